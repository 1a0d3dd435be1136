package io.deskpulse.metrics.query;

import io.deskpulse.catalogue.interval.Significance;
import io.deskpulse.metrics.query.Answer.Change;
import io.deskpulse.metrics.query.Answer.Evidence;
import io.deskpulse.metrics.query.Answer.Point;

/** Sets a number beside the one of the period before. */
final class Comparison {
    private Comparison() {}

    static Point compare(Point now, Point before) {
        Double value = now.figure().value();
        Double previous = before.figure().value();
        Double difference = value == null || previous == null ? null : value - previous;
        Change change = new Change(before, difference, significant(now.evidence(), before.evidence()));
        return now.beside(change);
    }

    private static Boolean significant(Evidence now, Evidence before) {
        if (now == null || before == null) {
            return null;
        }
        return now.rate()
                ? Significance.ofRates((long) now.sum(), now.count(), (long) before.sum(), before.count())
                : Significance.ofMeans(
                        now.count(), now.sum(), now.squares(), before.count(), before.sum(), before.squares());
    }
}
