package io.deskpulse.alerting.notification;

import io.deskpulse.alerting.oncall.Escalation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a group is left after it was looked at. Immutable.
 *
 * @param at when
 * @param leaving fingerprints of alerts that belong to it no more
 * @param held why alerts are held back, by fingerprint; those that are not are left out
 * @param entries for the log
 * @param farewells for the log, of alerts that leave
 * @param escalation how far it has come
 * @param dueAt when to look again unless it changes before; empty where nothing is left
 * @param interval how long after {@code at} it may be told again
 * @param routing version of the routing that was followed
 */
public record Closing(
        Instant at,
        Set<String> leaving,
        Map<String, String> held,
        List<Entry> entries,
        List<Entry> farewells,
        Optional<Escalation> escalation,
        Optional<Instant> dueAt,
        Duration interval,
        long routing) {
    public Closing {
        leaving = Set.copyOf(leaving);
        held = Map.copyOf(held);
        entries = List.copyOf(entries);
        farewells = List.copyOf(farewells);
    }
}
