package io.deskpulse.alerting.evaluation;

import static io.deskpulse.alerting.instance.Verdict.BETWEEN;
import static io.deskpulse.alerting.instance.Verdict.BREACHED;
import static io.deskpulse.alerting.instance.Verdict.INSUFFICIENT;
import static io.deskpulse.alerting.instance.Verdict.NO_DATA;
import static io.deskpulse.alerting.instance.Verdict.RECOVERED;

import io.deskpulse.alerting.instance.Verdict;
import io.deskpulse.alerting.rule.Condition.Certainty;
import io.deskpulse.alerting.rule.Condition.Threshold;
import io.deskpulse.alerting.window.Reading;
import io.deskpulse.catalogue.interval.Interval;

/** The value, or the bound of its interval that is nearer to good, is beyond a limit. The value itself must be back for recovery. */
record ThresholdCheck(Threshold threshold, int minSamples) implements Check {
    @Override
    public Judgement judge(Reading now, Past past) {
        return Judgement.of(verdict(now), now, threshold.limit());
    }

    private Verdict verdict(Reading now) {
        Double value = now.figure().value();
        if (value == null) {
            return NO_DATA;
        }
        if (Check.tooSmall(now, minSamples)) {
            return INSUFFICIENT;
        }
        boolean certain = threshold.certainty() == Certainty.BOUND;
        Interval interval = now.figure().interval();
        if (certain && interval == null && now.sample() != null) {
            return INSUFFICIENT;
        }
        if (threshold
                .operator()
                .holds(certain && interval != null ? nearerToGood(interval) : value, threshold.limit())) {
            return BREACHED;
        }
        double recovery = threshold.recovery() == null ? threshold.limit() : threshold.recovery();
        return threshold.operator().holds(value, recovery) ? BETWEEN : RECOVERED;
    }

    private double nearerToGood(Interval interval) {
        return threshold.operator().upward() ? interval.low() : interval.high();
    }
}
