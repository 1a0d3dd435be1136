package io.deskpulse.alerting.trial;

import io.deskpulse.alerting.alert.Transition;
import java.time.Instant;
import java.util.List;

/**
 * What a rule would have done. Immutable.
 *
 * @param dataFrom when Kafka took the first record that was read; null where there was none. Later than what the first window needs, the begin is not to be trusted
 * @param evaluatedTo the last moment up to which all was counted; null where none
 * @param evaluations how many groups were judged, each time that one was
 * @param breaches how many of these were beyond the limit
 * @param fired how often it would have begun to fire
 * @param resolved how often it would have ended
 * @param transitions the first ones, of {@link #MOST} at most
 * @param transitionsLeftOut how many more there were
 * @param groupsLeftOut beyond the cap of the rule, at the end
 */
public record Trial(
        Instant dataFrom,
        Instant evaluatedTo,
        long evaluations,
        long breaches,
        int fired,
        int resolved,
        List<Transition> transitions,
        int transitionsLeftOut,
        int groupsLeftOut) {
    /** So many transitions are told. */
    public static final int MOST = 1_000;

    public Trial {
        transitions = List.copyOf(transitions);
    }
}
