package io.deskpulse.alerting.oncall;

import java.time.Instant;
import java.util.List;

/**
 * How far the escalation of a group of alerts has come. Immutable.
 *
 * @param policy id of the policy
 * @param level the step that was taken last, from 1
 * @param round how often all steps were taken before
 * @param nextAt when the next step is taken; null while nobody is to be paged
 * @param receivers who was paged by the last step
 */
public record Escalation(String policy, int level, int round, Instant nextAt, List<String> receivers) {
    public Escalation {
        receivers = List.copyOf(receivers);
    }

    /** Nobody is to be paged for now. */
    Escalation resting() {
        return new Escalation(policy, level, round, null, receivers);
    }
}
