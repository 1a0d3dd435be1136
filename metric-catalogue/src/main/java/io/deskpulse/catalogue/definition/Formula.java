package io.deskpulse.catalogue.definition;

import io.deskpulse.catalogue.interval.Interval;
import io.deskpulse.catalogue.interval.Intervals;
import io.deskpulse.catalogue.measure.Quantity;
import io.deskpulse.catalogue.measure.Shape;
import io.deskpulse.catalogue.measure.Sketch;
import io.deskpulse.catalogue.measure.Tally;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * How a metric's value is made of the tallies of its measures. Each formula reads the parts of a tally that the shapes
 * it takes do have. Pure functions, thread-safe.
 */
public enum Formula {
    /** How many. */
    SUM(Shape.COUNT),
    /** Numerator by denominator, each a number of things; Wilson interval. */
    RATIO(Shape.COUNT),
    /** Mean of a quantity; normal interval. */
    MEAN(Shape.MEAN, Shape.DISTRIBUTION, Shape.SCORE),
    /** Quantiles and mean of a quantity. */
    DISTRIBUTION(Shape.DISTRIBUTION),
    /** How many different ones. */
    DISTINCT(Shape.DISTINCT),
    /** How many a minute. */
    PER_MINUTE(Shape.COUNT),
    /** The greatest number open at the end of a minute: all that opened less all that left. */
    GREATEST_OPEN(Shape.COUNT),
    /** The share of time without an open incident. */
    UPTIME,
    /** Each thing is worth the mean of a duration; hours. */
    HOURS_SAVED(Shape.COUNT),
    /** Money. */
    MONEY_SUM(Shape.MONEY),
    /** Money by a number of things. */
    MONEY_RATIO(Shape.MONEY),
    /** Money by money. */
    MONEY_SHARE(Shape.MONEY),
    /** The share of scores from a point on; Wilson interval. */
    TOP_BOX(Shape.SCORE),
    /** 100 times the promoters (9 and 10) less the detractors (0 to 6), by all scores; an interval of its own. */
    NET_PROMOTER(Shape.SCORE);

    /** The least score of who would recommend. */
    public static final int PROMOTER = 9;

    /** The greatest score of who would rather not. */
    public static final int DETRACTOR = 6;

    private static final double MICROS = 1e6;
    private static final Set<Formula> WITH_DENOMINATOR = EnumSet.of(RATIO, MONEY_RATIO, MONEY_SHARE);
    private static final Set<Formula> WITH_LESS = EnumSet.of(GREATEST_OPEN);

    private final Set<Shape> shapes;

    Formula(Shape... shapes) {
        this.shapes = Set.of(shapes);
    }

    /** The name used in the catalogue. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a measure of this shape can be its numerator. */
    public boolean takes(Shape shape) {
        return shapes.contains(shape);
    }

    /** Numerator by denominator. */
    public static Figure rate(long numerator, long denominator) {
        Double value = denominator == 0 ? null : (double) numerator / denominator;
        return new Figure(
                value,
                (double) numerator,
                (double) denominator,
                Intervals.ofRate(numerator, denominator),
                few(denominator));
    }

    /** How many a minute, over so many minutes. */
    public static Figure perMinute(long count, double minutes) {
        return new Figure(minutes == 0 ? null : count / minutes, (double) count, minutes, null, false);
    }

    /** The mean of the quantities in a tally. */
    public static Figure mean(Tally tally, Quantity quantity) {
        if (tally.count <= 0) {
            return new Figure(null, 0.0, 0.0, null, true);
        }
        double sum = quantity.sumOf(tally.sum);
        Interval interval = Intervals.ofMean(tally.count, sum, quantity.squaresOf(tally.squares));
        return new Figure(sum / tally.count, sum, (double) tally.count, interval, few(tally.count));
    }

    /**
     * A quantile of so many values.
     *
     * @param quantile in seconds, as {@link Sketch#quantile} gives it; NaN for none
     */
    public static Figure quantile(double quantile, long count) {
        if (Double.isNaN(quantile)) {
            return new Figure(null, null, 0.0, null, true);
        }
        Interval interval =
                new Interval(quantile / (1 + Sketch.RELATIVE_ERROR), quantile / (1 - Sketch.RELATIVE_ERROR));
        return new Figure(quantile, null, (double) count, interval, few(count));
    }

    /** Millionths of a currency by a number of things. */
    public static Figure money(long micros, long denominator) {
        Double value = denominator == 0 ? null : micros / MICROS / denominator;
        return new Figure(value, micros / MICROS, (double) denominator, null, few(denominator));
    }

    /** 1 less the share of {@code minutes} that were down. */
    public static Figure uptime(long downMinutes, long minutes) {
        return new Figure(
                minutes == 0 ? null : 1 - (double) downMinutes / minutes,
                (double) (minutes - downMinutes),
                (double) minutes,
                null,
                false);
    }

    /** The net promoter score. */
    public static Figure netPromoter(long promoters, long detractors, long answers) {
        Double value = answers == 0 ? null : 100.0 * (promoters - detractors) / answers;
        return new Figure(
                value,
                (double) (promoters - detractors),
                (double) answers,
                Intervals.ofNetPromoter(promoters, detractors, answers),
                few(answers));
    }

    private static boolean few(long sample) {
        return sample < Metric.MINIMUM_SAMPLE;
    }

    /** Throws where the inputs are not those that this formula is made of. */
    void check(Inputs inputs) {
        require(inputs.numerator().isEmpty() == (this == UPTIME), "numerator: missing, or one too many");
        require(
                inputs.denominator().isEmpty() != WITH_DENOMINATOR.contains(this),
                "denominator: missing, or one too many");
        require(inputs.less().isEmpty() != WITH_LESS.contains(this), "less: missing, or one too many");
        require(inputs.weights().size() == (this == HOURS_SAVED ? 1 : 0), "weights: missing, or one too many");
        require((inputs.from() == null) != (this == TOP_BOX), "from: missing, or one too many");
    }

    private static void require(boolean condition, String fault) {
        if (!condition) {
            throw new IllegalArgumentException(fault);
        }
    }
}
