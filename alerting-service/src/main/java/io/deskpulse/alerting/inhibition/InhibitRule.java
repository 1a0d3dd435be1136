package io.deskpulse.alerting.inhibition;

import io.deskpulse.alerting.alert.Labels;
import io.deskpulse.alerting.matching.Matchers;
import java.util.List;

/**
 * While some alert fires, others need not be told. Immutable.
 *
 * @param source what the alert that keeps others quiet is like
 * @param target what they are like
 * @param equal labels that both must have with the same value; absent ones are equal
 */
public record InhibitRule(Matchers source, Matchers target, List<String> equal) {
    public InhibitRule {
        equal = List.copyOf(equal);
    }

    /** Whether an alert is one of those that are kept quiet. What matches both sides is kept quiet by no alert that does so too. */
    public boolean inhibits(Labels firing, Labels other) {
        return target.match(other)
                && source.match(firing)
                && !(source.match(other) && target.match(firing))
                && equal.stream().allMatch(label -> firing.get(label).equals(other.get(label)));
    }
}
