package io.deskpulse.alerting.window;

import io.deskpulse.alerting.window.Column.Part;
import io.deskpulse.alerting.window.Reading.Moments;
import io.deskpulse.catalogue.definition.Figure;
import io.deskpulse.catalogue.definition.Formula;
import io.deskpulse.catalogue.definition.Metric;
import io.deskpulse.catalogue.definition.Stat;
import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.catalogue.measure.Quantity;
import io.deskpulse.catalogue.measure.Tally;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads one metric out of tallies, by the catalogue's formulas. Immutable, thread-safe. */
public final class MetricReader {
    private static final double MICROS = 1e6;
    private static final double PERCENT = 100;
    private static final double MINUTE = 60_000;

    private final Metric metric;
    private final Stat stat;
    private final String currency;
    private final List<Column> numerator;
    private final List<Column> denominator;
    private final Measure first;
    private final Quantity quantity;
    private final Column count;
    private final Column sum;
    private final Column squares;
    private final Column sketch;
    private final String name;

    /**
     * For a metric that {@link Supported} has nothing against.
     *
     * @param stat of a distribution; null for the one it is shown by
     * @param currency of money; else null
     */
    public MetricReader(Metric metric, Stat stat, String currency) {
        this.metric = metric;
        this.stat = stat == null ? metric.stat() : stat;
        this.currency = currency;
        this.first = metric.numerator().get(0);
        this.quantity = first.quantity();
        this.numerator = columns(metric.numerator(), Supported.money(metric));
        this.denominator = columns(metric.denominator(), metric.formula() == Formula.MONEY_SHARE);
        this.count = Column.of(first, Part.COUNT);
        this.sum = Column.of(first, Part.SUM);
        this.squares = Column.of(first, Part.SQUARES);
        this.sketch = Column.of(first, Part.SKETCH);
        this.name = metric.id() + "," + this.stat + "," + currency;
    }

    private List<Column> columns(List<Measure> measures, boolean money) {
        return measures.stream()
                .map(measure -> money ? Column.money(measure, currency) : Column.of(measure, Part.COUNT))
                .toList();
    }

    /** What must be kept for it. */
    public Set<Column> columns() {
        Set<Column> columns = new LinkedHashSet<>();
        switch (metric.formula()) {
            case MEAN -> addMoments(columns);
            case DISTRIBUTION -> {
                addMoments(columns);
                if (stat.isQuantile()) {
                    columns.add(sketch);
                }
            }
            case TOP_BOX, NET_PROMOTER -> {
                columns.add(count);
                for (int point = first.scale().least(); point <= first.scale().greatest(); point++) {
                    columns.add(Column.bin(first, point));
                }
            }
            default -> columns.addAll(numerator);
        }
        columns.addAll(denominator);
        return columns;
    }

    private void addMoments(Set<Column> columns) {
        columns.add(count);
        columns.add(sum);
        columns.add(squares);
    }

    /** The metric of a group; made once for all rules that ask the same of the same tallies. */
    public Reading read(Tallies tallies, List<String> group, long windowMillis) {
        return tallies.once(name, group, () -> make(tallies, group, windowMillis));
    }

    private Reading make(Tallies tallies, List<String> group, long windowMillis) {
        return switch (metric.formula()) {
            case SUM -> count(Figure.of(sum(tallies, group, numerator)));
            case PER_MINUTE -> count(Formula.perMinute(sum(tallies, group, numerator), windowMillis / MINUTE));
            case RATIO -> rate(sum(tallies, group, numerator), sum(tallies, group, denominator));
            case MEAN -> mean(tallies, group);
            case DISTRIBUTION -> distribution(tallies, group);
            case TOP_BOX ->
                rate(
                        points(
                                tallies,
                                group,
                                metric.inputs().from(),
                                first.scale().greatest()),
                        tallies.number(group, count));
            case NET_PROMOTER -> netPromoter(tallies, group);
            case MONEY_RATIO -> money(tallies, group);
            case MONEY_SUM -> count(Figure.of(sum(tallies, group, numerator) / MICROS));
            case MONEY_SHARE -> share(tallies, group);
            default -> throw new IllegalStateException(metric.id() + ": not supported");
        };
    }

    private static Reading count(Figure figure) {
        return new Reading(figure, null, null, figure.value() == 0);
    }

    private static Reading rate(long hits, long all) {
        return new Reading(Formula.rate(hits, all), all, new Moments(true, all, hits, 0), all == 0);
    }

    private Reading mean(Tallies tallies, List<String> group) {
        Tally tally = new Tally();
        tally.count = tallies.number(group, count);
        tally.sum = tallies.number(group, sum);
        tally.squares = tallies.number(group, squares);
        Moments moments = new Moments(false, tally.count, quantity.sumOf(tally.sum), quantity.squaresOf(tally.squares));
        return new Reading(Formula.mean(tally, quantity), tally.count, moments, tally.count <= 0);
    }

    private Reading distribution(Tallies tallies, List<String> group) {
        long values = tallies.number(group, count);
        if (stat == Stat.MEAN) {
            return mean(tallies, group);
        }
        if (stat == Stat.COUNT) {
            return count(Figure.of(values));
        }
        double quantile = tallies.quantile(group, sketch, stat.quantile());
        return new Reading(Formula.quantile(quantile, values), values, null, values <= 0);
    }

    /** Compared as what it is: a mean of 100, 0 and -100. */
    private Reading netPromoter(Tallies tallies, List<String> group) {
        long values = tallies.number(group, count);
        long promoters = points(tallies, group, Formula.PROMOTER, first.scale().greatest());
        long detractors = points(tallies, group, first.scale().least(), Formula.DETRACTOR);
        Moments moments = new Moments(
                false, values, PERCENT * (promoters - detractors), PERCENT * PERCENT * (promoters + detractors));
        return new Reading(Formula.netPromoter(promoters, detractors, values), values, moments, values == 0);
    }

    private Reading money(Tallies tallies, List<String> group) {
        long things = sum(tallies, group, denominator);
        return new Reading(Formula.money(sum(tallies, group, numerator), things), things, null, things == 0);
    }

    private Reading share(Tallies tallies, List<String> group) {
        long whole = sum(tallies, group, denominator);
        double part = sum(tallies, group, numerator);
        Figure figure = whole == 0 ? Figure.NONE : new Figure(part / whole, part / MICROS, whole / MICROS, null, false);
        return new Reading(figure, null, null, whole == 0);
    }

    private long points(Tallies tallies, List<String> group, int least, int greatest) {
        long number = 0;
        for (int point = least; point <= greatest; point++) {
            number += tallies.number(group, Column.bin(first, point));
        }
        return number;
    }

    private static long sum(Tallies tallies, List<String> group, List<Column> columns) {
        long number = 0;
        for (Column column : columns) {
            number += tallies.number(group, column);
        }
        return number;
    }
}
