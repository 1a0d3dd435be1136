package io.deskpulse.alerting.alert;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * Which alerts are asked for. Immutable.
 *
 * @param states any of them; empty for all
 * @param rule id; null for all
 * @param labels all of them, by name
 * @param since only those whose last change was decided then or later; null for all
 */
public record Selection(Set<State> states, String rule, Map<String, String> labels, Instant since) {
    public Selection {
        states = Set.copyOf(states);
        labels = Map.copyOf(labels);
    }
}
