package io.deskpulse.metrics.query;

import io.deskpulse.catalogue.cell.Granularity;
import io.deskpulse.catalogue.definition.Formula;
import io.deskpulse.metrics.query.Answer.Point;
import io.deskpulse.metrics.query.CellReader.Reading;
import java.util.List;

/** The share of the minutes so far that had no open incident. */
final class UptimePlan implements Plan {
    private final Question question;
    private final long nowMillis;

    UptimePlan(Question question, long nowMillis) {
        this.question = question;
        this.nowMillis = nowMillis;
    }

    @Override
    public List<Cut> cuts() {
        return List.of();
    }

    @Override
    public boolean outages() {
        return true;
    }

    @Override
    public Iterable<List<String>> groups() {
        return List.of();
    }

    @Override
    public Point point(List<String> group, int point, Reading reading) {
        long start = question.buckets().start(point);
        long minute = Granularity.MINUTE.millis();
        long passed = Math.min(question.buckets().end(point), nowMillis) - start;
        // The minute that is going on counts whole, as it does for an incident that is open in it.
        long minutes = passed <= 0 ? 0 : (passed + minute - 1) / minute;
        long down = minutes == 0 ? 0 : reading.outages().minutes(start, start + minutes * minute, nowMillis);
        return new Point(start, Formula.uptime(down, minutes));
    }
}
