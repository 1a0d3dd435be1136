package io.deskpulse.alerting.evaluation;

import io.deskpulse.alerting.alert.Evidence;
import io.deskpulse.alerting.instance.Verdict;
import io.deskpulse.alerting.window.Reading;
import io.deskpulse.catalogue.definition.Figure;
import io.deskpulse.catalogue.interval.Interval;
import java.time.Instant;

/**
 * What a condition makes of one group at one moment. Immutable.
 *
 * @param reading what was read of the rule's window
 * @param limit what the value was compared with, in the metric's unit or, of a change, in that of the change; null for none
 * @param baseline the value that a change is measured from; null for none
 */
record Judgement(Verdict verdict, Reading reading, Double limit, Double baseline) {
    /** The rule could not be evaluated. */
    static final Judgement ERROR = new Judgement(Verdict.ERROR, Reading.NONE, null, null);

    static Judgement of(Verdict verdict, Reading reading, Double limit) {
        return new Judgement(verdict, reading, limit, null);
    }

    /** What is told of it; the window by its begin and end in milliseconds. */
    Evidence evidence(long from, long to) {
        Figure figure = reading.figure();
        Interval interval = figure.interval();
        return new Evidence(
                figure.value(),
                interval == null ? null : interval.low(),
                interval == null ? null : interval.high(),
                figure.numerator(),
                figure.denominator(),
                reading.sample(),
                limit,
                baseline,
                Instant.ofEpochMilli(from),
                Instant.ofEpochMilli(to));
    }
}
