package io.deskpulse.metrics.query;

import io.deskpulse.catalogue.definition.Figure;
import io.deskpulse.catalogue.definition.Formula;
import io.deskpulse.catalogue.definition.Metric;
import io.deskpulse.catalogue.definition.Stat;
import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.catalogue.measure.Quantity;
import io.deskpulse.catalogue.measure.Tally;
import io.deskpulse.metrics.query.Answer.Evidence;
import io.deskpulse.metrics.query.Answer.Point;
import io.deskpulse.metrics.query.Answer.Stats;
import io.deskpulse.metrics.query.CellReader.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Counts, rates, means, distributions and distinct counts: tallies added up and put into a formula. */
final class TalliedPlan implements Plan {
    private static final double MINUTE = 60_000;

    private final Question question;
    private final Metric metric;
    private final Table numerator;
    private final Table denominator;
    private final Quantity quantity;
    private final List<Cut> cuts = new ArrayList<>();

    TalliedPlan(Question question, Limits limits) {
        this.question = question;
        this.metric = question.metric();
        Coverage coverage = Coverage.of(question.buckets());
        Measure first = metric.numerator().get(0);
        this.quantity = first.quantity();
        this.numerator = new Table(first.shape(), question.buckets().size(), limits);
        this.denominator = new Table(first.shape(), question.buckets().size(), limits);
        metric.numerator().forEach(measure -> cut(measure, coverage, numerator));
        metric.denominator().forEach(measure -> cut(measure, coverage, denominator));
    }

    private void cut(Measure measure, Coverage coverage, Table table) {
        Map<String, String> parts = Parts.of(metric, measure);
        if (parts.entrySet().stream().allMatch(part -> question.where().allows(part.getKey(), part.getValue()))) {
            cuts.add(new Cut(measure, coverage, new Grouping(question.by(), question.where(), parts, false), table));
        }
    }

    @Override
    public List<Cut> cuts() {
        return cuts;
    }

    @Override
    public Iterable<List<String>> groups() {
        return Table.groupsOf(denominator, numerator);
    }

    @Override
    public Point point(List<String> group, int point, Reading reading) {
        Column upper = numerator.get(group);
        long start = question.buckets().start(point);
        return switch (metric.formula()) {
            case RATIO -> rate(start, upper.count(point), denominator.get(group).count(point));
            case MEAN -> mean(start, upper.tally(point), null);
            case DISTRIBUTION -> distribution(start, upper, point);
            case PER_MINUTE -> plain(start, Formula.perMinute(upper.count(point), minutes(point)));
            default -> plain(start, Figure.of(upper.count(point)));
        };
    }

    private double minutes(int point) {
        return (question.buckets().end(point) - question.buckets().start(point)) / MINUTE;
    }

    private static Point plain(long start, Figure figure) {
        return new Point(start, figure);
    }

    private static Point rate(long start, long hits, long all) {
        return new Point(start, Formula.rate(hits, all), new Evidence(true, all, hits, 0));
    }

    private Point mean(long start, Tally tally, Stats stats) {
        Evidence evidence =
                new Evidence(false, tally.count, quantity.sumOf(tally.sum), quantity.squaresOf(tally.squares));
        return new Point(start, Formula.mean(tally, quantity), stats, evidence, null, null);
    }

    private Point distribution(long start, Column column, int point) {
        Tally tally = column.tally(point);
        Stats stats = new Stats(
                quantile(column, point, Stat.P50),
                quantile(column, point, Stat.P90),
                quantile(column, point, Stat.P95),
                quantile(column, point, Stat.P99),
                Formula.mean(tally, quantity).value(),
                tally.count);
        return switch (question.stat()) {
            case MEAN -> mean(start, tally, stats);
            case COUNT -> new Point(start, Figure.of(tally.count), stats, null, null, null);
            default ->
                new Point(
                        start,
                        Formula.quantile(column.quantile(point, question.stat().quantile()), tally.count),
                        stats,
                        null,
                        null,
                        null);
        };
    }

    private static Double quantile(Column column, int point, Stat stat) {
        double value = column.quantile(point, stat.quantile());
        return Double.isNaN(value) ? null : value;
    }
}
