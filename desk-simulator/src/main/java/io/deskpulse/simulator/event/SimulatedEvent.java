package io.deskpulse.simulator.event;

import io.deskpulse.contracts.event.EventType;

/**
 * One event of the simulated desk. Treat as immutable: {@code data} is shared.
 *
 * @param source CloudEvents {@code source}: the system of the shop that reports it
 * @param id unique for a source; a duplicate has the same
 * @param timeMillis when it happens
 * @param deliveredMillis when the shop's system sends it: the same, or later
 * @param data the JSON object of its data, in UTF-8
 */
public record SimulatedEvent(
        EventType type, String source, String id, String subject, long timeMillis, long deliveredMillis, byte[] data) {
    /** The same, sent at another time. */
    public SimulatedEvent delivered(long millis) {
        return new SimulatedEvent(type, source, id, subject, timeMillis, millis, data);
    }
}
