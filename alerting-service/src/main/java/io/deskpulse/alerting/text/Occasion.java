package io.deskpulse.alerting.text;

import io.deskpulse.alerting.alert.Evidence;
import io.deskpulse.alerting.alert.Reason;
import io.deskpulse.alerting.alert.State;
import java.time.Instant;
import java.util.Map;

/**
 * What there is to tell. Immutable.
 *
 * @param group the values of the dimensions that the rule is cut by
 * @param state that the instance goes to
 * @param at the moment that was judged
 */
public record Occasion(Map<String, String> group, State state, Reason reason, Evidence evidence, Instant at) {
    public Occasion {
        group = Map.copyOf(group);
    }
}
