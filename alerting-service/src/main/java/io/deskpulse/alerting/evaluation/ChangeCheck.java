package io.deskpulse.alerting.evaluation;

import static io.deskpulse.alerting.instance.Verdict.BETWEEN;
import static io.deskpulse.alerting.instance.Verdict.BREACHED;
import static io.deskpulse.alerting.instance.Verdict.INSUFFICIENT;
import static io.deskpulse.alerting.instance.Verdict.NO_DATA;
import static io.deskpulse.alerting.instance.Verdict.RECOVERED;

import io.deskpulse.alerting.instance.Verdict;
import io.deskpulse.alerting.rule.Condition.Baseline;
import io.deskpulse.alerting.rule.Condition.Change;
import io.deskpulse.alerting.rule.Condition.Measure;
import io.deskpulse.alerting.window.Reading;
import io.deskpulse.alerting.window.Reading.Moments;
import io.deskpulse.catalogue.interval.Significance;
import java.time.Duration;

/** The value has changed by more than a limit, against the window before or the same one of the week before. */
record ChangeCheck(Change change, Duration window, int minSamples) implements Check {
    @Override
    public Judgement judge(Reading now, Past past) {
        Reading before = change.baseline() == Baseline.PREVIOUS ? past.window(window, window) : past.lastWeek();
        Double baseline = before.figure().value();
        return new Judgement(verdict(now, before), now, change.limit(), baseline);
    }

    private Verdict verdict(Reading now, Reading before) {
        if (now.figure().value() == null) {
            return NO_DATA;
        }
        if (before.figure().value() == null || Check.tooSmall(now, minSamples) || Check.tooSmall(before, minSamples)) {
            return INSUFFICIENT;
        }
        double changed = changed(now.figure().value(), before.figure().value());
        double recovery = change.recovery() == null ? change.limit() : change.recovery();
        if (!change.operator().holds(changed, change.limit())) {
            return change.operator().holds(changed, recovery) ? BETWEEN : RECOVERED;
        }
        Boolean significant = change.significant() ? significant(now.moments(), before.moments()) : Boolean.TRUE;
        if (significant == null) {
            return INSUFFICIENT;
        }
        return significant ? BREACHED : BETWEEN;
    }

    /** From nothing, any growth is without bound. */
    private double changed(double now, double before) {
        double difference = now - before;
        if (change.measure() == Measure.ABSOLUTE || difference == 0) {
            return difference;
        }
        return before == 0 ? Math.copySign(Double.POSITIVE_INFINITY, difference) : difference / Math.abs(before);
    }

    private static Boolean significant(Moments now, Moments before) {
        if (now == null || before == null) {
            return null;
        }
        return now.rate()
                ? Significance.ofRates((long) now.sum(), now.count(), (long) before.sum(), before.count())
                : Significance.ofMeans(
                        now.count(), now.sum(), now.squares(), before.count(), before.sum(), before.squares());
    }
}
