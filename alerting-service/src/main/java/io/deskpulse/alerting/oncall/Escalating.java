package io.deskpulse.alerting.oncall;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Takes the steps of a policy at their time. Stateless but for who is on call. */
public final class Escalating {
    private final Function<Policy.Step, List<String>> onCall;

    /**
     * Escalates.
     *
     * @param onCall whom a step reaches now; none in a gap
     */
    public Escalating(Function<Policy.Step, List<String>> onCall) {
        this.onCall = onCall;
    }

    /** What there is to escalate about. */
    public enum Trouble {
        /** Nothing fires. */
        NONE,
        /** Everything that fires is acknowledged, or held back. */
        ATTENDED,
        /** Something fires that nobody takes care of. */
        UNATTENDED,
        /** And nobody was told of it yet. */
        NEW
    }

    /**
     * Goes on.
     *
     * @param again after how long it begins anew when all steps were taken in all rounds
     */
    public Paging go(Optional<Escalation> before, Policy policy, Trouble trouble, Duration again, Instant now) {
        Optional<Escalation> current =
                before.filter(one -> one.policy().equals(policy.id()) && trouble != Trouble.NONE);
        if (trouble == Trouble.NONE || trouble == Trouble.ATTENDED) {
            return new Paging(current.map(Escalation::resting), false, List.of());
        }
        if (current.isEmpty()) {
            return step(policy, 1, 0, again, now);
        }
        Escalation escalation = current.get();
        if (escalation.nextAt() == null) {
            // Nobody takes care of it any more: whoever was reached last is paged again. Something new begins at the
            // first step.
            return step(policy, trouble == Trouble.NEW ? 1 : escalation.level(), escalation.round(), again, now);
        }
        if (escalation.nextAt().isAfter(now)) {
            return new Paging(current, false, List.of());
        }
        if (escalation.level() < policy.steps().size()) {
            return step(policy, escalation.level() + 1, escalation.round(), again, now);
        }
        boolean more = escalation.round() < policy.repeat();
        return step(policy, 1, more ? escalation.round() + 1 : 0, again, now);
    }

    /** Takes a step, or the first one after it that reaches somebody; where none does, it is looked again when the last one's time is over. */
    private Paging step(Policy policy, int level, int round, Duration again, Instant now) {
        List<Integer> passed = new ArrayList<>();
        int last = policy.steps().size();
        for (int taken = Math.min(level, last); taken <= last; taken++) {
            Policy.Step step = policy.steps().get(taken - 1);
            List<String> receivers = onCall.apply(step);
            if (!receivers.isEmpty() || taken == last) {
                if (receivers.isEmpty()) {
                    passed.add(taken);
                }
                boolean nobody = passed.size() == last;
                boolean exhausted = taken == last && round >= policy.repeat() && !nobody;
                Instant next = now.plus(step.pause()).plus(exhausted ? again : Duration.ZERO);
                return new Paging(
                        Optional.of(new Escalation(policy.id(), taken, round, next, receivers)), true, passed);
            }
            passed.add(taken);
        }
        throw new IllegalStateException("the last step is always taken");
    }
}
