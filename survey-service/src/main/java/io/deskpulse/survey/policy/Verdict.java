package io.deskpulse.survey.policy;

import java.util.List;
import java.util.Optional;

/**
 * Whether somebody is asked, and why.
 *
 * @param steps what each check found, in order; the last one may have failed
 * @param notReached the names of the checks that come after one that failed
 */
public record Verdict(List<Step> steps, List<String> notReached) {
    public Verdict {
        steps = List.copyOf(steps);
        notReached = List.copyOf(notReached);
    }

    /** What keeps from asking, or empty. */
    public Optional<Step> failure() {
        return steps.stream().filter(step -> !step.passed()).findFirst();
    }

    /** The same, but that one check, which was passed, failed in the end. */
    public Verdict failingAt(Step failed) {
        return new Verdict(
                steps.stream()
                        .map(step -> step.check().equals(failed.check()) ? failed : step)
                        .toList(),
                notReached);
    }
}
