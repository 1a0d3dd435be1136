package io.deskpulse.simulator.shop;

import io.deskpulse.contracts.event.IncidentKind;

/** A time in which something of the shop does not work as it should. */
public record Incident(String id, String component, IncidentKind kind, long openedMillis, long closedMillis) {
    boolean isOpen(long millis) {
        return openedMillis <= millis && millis < closedMillis;
    }
}
