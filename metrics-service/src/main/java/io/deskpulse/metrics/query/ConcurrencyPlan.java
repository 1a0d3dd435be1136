package io.deskpulse.metrics.query;

import io.deskpulse.catalogue.cell.Granularity;
import io.deskpulse.catalogue.definition.Figure;
import io.deskpulse.catalogue.definition.Inputs;
import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.catalogue.measure.Shape;
import io.deskpulse.metrics.cell.Retention;
import io.deskpulse.metrics.query.Answer.Point;
import io.deskpulse.metrics.query.CellReader.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many episodes were open at the end of each minute: all that opened up to then less all that left. A bucket shows
 * its greatest minute, and none where all of it is still to come.
 */
final class ConcurrencyPlan implements Plan {
    private final Question question;
    private final int minutes;
    private final long nowMillis;
    private final Table opened;
    private final Table left;
    private final List<Cut> cuts = new ArrayList<>();
    private final Map<List<String>, long[]> openOfGroups = new HashMap<>();

    ConcurrencyPlan(Question question, Limits limits, long nowMillis) {
        this.question = question;
        this.nowMillis = nowMillis;
        Buckets buckets = question.buckets();
        minutes = (int) ((buckets.end() - buckets.start()) / Granularity.MINUTE.millis());
        opened = new Table(Shape.COUNT, minutes + 1, limits);
        left = new Table(Shape.COUNT, minutes + 1, limits);
        Grouping grouping = new Grouping(question.by(), question.where(), Map.of(), false);
        for (Measure measure : question.metric().numerator()) {
            cuts.add(new Cut(measure, coverage(measure), grouping, opened));
        }
        for (Measure measure : Inputs.measures(question.metric().inputs().less())) {
            cuts.add(new Cut(measure, coverage(measure), grouping, left));
        }
    }

    /** Point 0 is all before the range, the others are its minutes. */
    private Coverage coverage(Measure measure) {
        Coverage coverage = new Coverage();
        long oldestKept = Granularity.DAY.bucketOf(nowMillis - Retention.millis(Granularity.DAY, measure));
        coverage.add(oldestKept * Granularity.DAY.millis(), question.buckets().start(), 0);
        coverage.addMinutes(question.buckets().start(), question.buckets().end(), 1);
        return coverage;
    }

    @Override
    public List<Cut> cuts() {
        return cuts;
    }

    @Override
    public Iterable<List<String>> groups() {
        return Table.groupsOf(opened, left);
    }

    @Override
    public Point point(List<String> group, int point, Reading reading) {
        long[] open = openOfGroups.computeIfAbsent(group, this::openByMinute);
        Buckets buckets = question.buckets();
        int first = minuteOf(buckets.start(point));
        int end = Math.min(minuteOf(buckets.end(point)), minuteOf(nowMillis) + 1);
        long greatest = 0;
        for (int minute = first; minute < end; minute++) {
            greatest = Math.max(greatest, open[minute]);
        }
        Figure figure = first < end ? Figure.of(greatest) : Figure.NONE;
        return new Point(buckets.start(point), figure);
    }

    private int minuteOf(long millis) {
        long minute = Math.floorDiv(millis - question.buckets().start(), Granularity.MINUTE.millis());
        return (int) Math.max(-1, Math.min(minutes, minute));
    }

    private long[] openByMinute(List<String> group) {
        Column in = opened.get(group);
        Column out = left.get(group);
        long[] open = new long[minutes];
        long now = in.count(0) - out.count(0);
        for (int minute = 0; minute < minutes; minute++) {
            now += in.count(minute + 1) - out.count(minute + 1);
            open[minute] = now;
        }
        return open;
    }
}
