package io.deskpulse.metrics.query;

import io.deskpulse.catalogue.definition.Figure;
import io.deskpulse.catalogue.definition.Metric;
import io.deskpulse.catalogue.definition.Stat;
import io.deskpulse.catalogue.measure.PointScale;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * The numbers that a question asked for. Immutable.
 *
 * @param metric what they are
 * @param zone by whose calendar
 * @param step how long each bucket is
 * @param asOf what happened before is counted; null where not everything was ever counted
 * @param from begin of the first bucket
 * @param to end of the last, itself outside
 * @param stat what of a distribution the values are; else null
 * @param compared whether the points tell of the period before
 * @param assumptions what was assumed where nothing is known
 * @param series one for each combination of values
 */
public record Answer(
        Metric metric,
        ZoneId zone,
        Step step,
        Instant asOf,
        Instant from,
        Instant to,
        Stat stat,
        boolean compared,
        List<String> assumptions,
        List<Series> series)
        implements Reply {

    /**
     * The points of one combination.
     *
     * @param dimensions the values by name, in the order of the question
     * @param points in order of time
     */
    public record Series(Map<String, String> dimensions, List<Point> points) {}

    /**
     * One number.
     *
     * @param start begin of its bucket, in milliseconds
     * @param figure the number itself
     * @param stats the other numbers of a distribution; else null
     * @param scores how they spread over the scale; null where they are no scores
     * @param evidence what a comparison is made of; null where there is none
     * @param change against the period before; null where that is not known, or not asked for
     */
    public record Point(long start, Figure figure, Stats stats, Evidence evidence, Scores scores, Change change) {
        /** A number by itself. */
        Point(long start, Figure figure) {
            this(start, figure, null, null, null, null);
        }

        /** A number that can be compared. */
        Point(long start, Figure figure, Evidence evidence) {
            this(start, figure, null, evidence, null, null);
        }

        /** The same beside the period before. */
        Point beside(Change other) {
            return new Point(start, figure, stats, evidence, scores, other);
        }
    }

    /**
     * How many scores there are of each point of the scale.
     *
     * @param scale the points
     * @param numbers in the order of the points
     */
    public record Scores(PointScale scale, long[] numbers) {}

    /**
     * What a distribution looks like; seconds.
     *
     * @param count number of values
     */
    public record Stats(Double p50, Double p90, Double p95, Double p99, Double mean, long count) {}

    /**
     * The sample behind a number, for tests of significance.
     *
     * @param rate whether it is a number of successes in {@code sum} out of {@code count}; else a mean
     */
    record Evidence(boolean rate, long count, double sum, double squares) {}

    /**
     * A number beside the one of the period before.
     *
     * @param previous that one, with the begin of its bucket
     * @param difference this less that; null where either is none
     * @param significant at the 95 % level; null where that cannot be said
     */
    public record Change(Point previous, Double difference, Boolean significant) {}
}
