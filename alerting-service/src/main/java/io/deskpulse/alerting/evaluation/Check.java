package io.deskpulse.alerting.evaluation;

import io.deskpulse.alerting.instance.Verdict;
import io.deskpulse.alerting.rule.Condition;
import io.deskpulse.alerting.rule.Rule;
import io.deskpulse.alerting.window.Reading;
import io.deskpulse.catalogue.definition.Direction;

/** Decides whether a condition holds. Pure, thread-safe. */
interface Check {
    /**
     * Judges one group.
     *
     * @param now the rule's window
     */
    Judgement judge(Reading now, Past past);

    /**
     * The check of a rule's condition.
     *
     * @param direction which way is good for its metric
     */
    static Check of(Rule rule, Direction direction) {
        Condition condition = rule.condition();
        int least = rule.pace().minSamples();
        if (condition instanceof Condition.Threshold threshold) {
            return new ThresholdCheck(threshold, least);
        }
        if (condition instanceof Condition.Change change) {
            return new ChangeCheck(change, rule.query().window(), least);
        }
        if (condition instanceof Condition.BurnRate burnRate) {
            return new BurnRateCheck(burnRate, direction, least);
        }
        return condition instanceof Condition.NoData ? Check::absent : Check::always;
    }

    private static Judgement absent(Reading now, Past past) {
        return Judgement.of(now.empty() ? Verdict.NO_DATA : Verdict.RECOVERED, now, null);
    }

    private static Judgement always(Reading now, Past past) {
        return Judgement.of(Verdict.BREACHED, now, null);
    }

    /** Whether a sample is too small to judge by; what is no sample never is. */
    static boolean tooSmall(Reading reading, int least) {
        return reading.sample() != null && reading.sample() < least;
    }
}
