package io.deskpulse.metrics.query;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/**
 * The buckets of an answer: consecutive, each from its start to the next one's. A range that does not begin or end with
 * a bucket is widened to whole ones, a total to whole minutes. Immutable.
 */
final class Buckets {
    private final Step step;
    private final ZoneId zone;
    /** Starts in milliseconds, and the end of the last behind them. */
    private final long[] edges;

    private Buckets(Step step, ZoneId zone, long[] edges) {
        this.step = step;
        this.zone = zone;
        this.edges = edges;
    }

    /**
     * The buckets that touch a range.
     *
     * @param most how many are made at the most: one more says that there are too many
     */
    static Buckets of(Instant from, Instant to, Step step, ZoneId zone, int most) {
        ZonedDateTime start = step.floor(from.atZone(zone));
        if (step == Step.TOTAL) {
            ZonedDateTime end = to.atZone(zone).plusNanos(59_999_999_999L).truncatedTo(ChronoUnit.MINUTES);
            return new Buckets(step, zone, new long[] {millis(start), millis(end)});
        }
        long[] edges = new long[16];
        int size = 0;
        ZonedDateTime next = start;
        while (next.toInstant().isBefore(to) && size <= most) {
            if (size + 2 > edges.length) {
                edges = Arrays.copyOf(edges, edges.length * 2);
            }
            edges[size++] = millis(next);
            next = step.plus(next, 1);
            edges[size] = millis(next);
        }
        return new Buckets(step, zone, Arrays.copyOf(edges, size + 1));
    }

    /** As many buckets that end where these begin. A total of whole calendar days or months keeps to the calendar. */
    Buckets before() {
        ZonedDateTime start = at(edges[0]);
        if (step == Step.TOTAL) {
            return new Buckets(step, zone, new long[] {millis(startBefore(start, at(end()))), edges[0]});
        }
        long[] earlier = new long[edges.length];
        for (int i = 0; i < edges.length; i++) {
            earlier[i] = millis(step.plus(start, (long) i - size()));
        }
        earlier[size()] = edges[0];
        return new Buckets(step, zone, earlier);
    }

    private static ZonedDateTime startBefore(ZonedDateTime start, ZonedDateTime end) {
        if (Step.MONTH.floor(start).equals(start) && Step.MONTH.floor(end).equals(end)) {
            return start.minusMonths(ChronoUnit.MONTHS.between(start, end));
        }
        if (Step.DAY.floor(start).equals(start) && Step.DAY.floor(end).equals(end)) {
            return start.minusDays(ChronoUnit.DAYS.between(start.toLocalDate(), end.toLocalDate()));
        }
        return start.minus(ChronoUnit.MILLIS.between(start, end), ChronoUnit.MILLIS);
    }

    /** The whole range as one bucket. */
    Buckets whole() {
        return new Buckets(Step.TOTAL, zone, new long[] {edges[0], end()});
    }

    /** How many. */
    int size() {
        return edges.length - 1;
    }

    /** Begin of a bucket in milliseconds. */
    long start(int bucket) {
        return edges[bucket];
    }

    /** End of a bucket in milliseconds, itself outside. */
    long end(int bucket) {
        return edges[bucket + 1];
    }

    /** Begin of the first. */
    long start() {
        return edges[0];
    }

    /** End of the last, itself outside. */
    long end() {
        return edges[edges.length - 1];
    }

    private ZonedDateTime at(long millis) {
        return Instant.ofEpochMilli(millis).atZone(zone);
    }

    private static long millis(ZonedDateTime time) {
        return time.toInstant().toEpochMilli();
    }
}
