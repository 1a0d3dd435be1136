package io.deskpulse.metrics.query;

import io.deskpulse.catalogue.measure.Shape;
import io.deskpulse.catalogue.measure.Tally;
import io.deskpulse.metrics.cell.Bins;

/** What is counted of one group, point by point, in plain arrays. Mutable, not thread-safe. */
public final class Column {
    private final long[] counts;
    private final long[] sums;
    private final long[] squares;
    private final Bins[] bins;
    private final boolean distinct;

    Column(Shape shape, int points) {
        counts = new long[points];
        boolean quantities = shape == Shape.MEAN || shape == Shape.DISTRIBUTION;
        sums = quantities || shape == Shape.MONEY ? new long[points] : null;
        squares = quantities ? new long[points] : null;
        bins = shape == Shape.DISTRIBUTION || shape == Shape.DISTINCT ? new Bins[points] : null;
        distinct = shape == Shape.DISTINCT;
    }

    /** Adds what a stored bucket holds. */
    public void add(int point, long count, long sum, long squaresOf) {
        counts[point] += count;
        if (sums != null) {
            sums[point] += sum;
        }
        if (squares != null) {
            squares[point] += squaresOf;
        }
    }

    /** Adds to the sketch of a point. */
    public void addBin(int point, int index, long number) {
        if (bins != null) {
            if (bins[point] == null) {
                bins[point] = new Bins();
            }
            if (distinct) {
                bins[point].addRank(index, number);
            } else {
                bins[point].add(index, number);
            }
        }
    }

    /** How many; how many different ones where those are counted. */
    long count(int point) {
        return distinct ? distinct(point) : counts[point];
    }

    private long distinct(int point) {
        return bins[point] == null ? 0 : bins[point].distinct();
    }

    long sum(int point) {
        return sums == null ? 0 : sums[point];
    }

    /** Count, sum and squares of a point. */
    Tally tally(int point) {
        Tally tally = new Tally();
        tally.count = counts[point];
        tally.sum = sum(point);
        tally.squares = squares == null ? 0 : squares[point];
        return tally;
    }

    /** A quantile of a point in seconds; NaN where nothing is in it. */
    double quantile(int point, double q) {
        return bins == null || bins[point] == null ? Double.NaN : bins[point].quantile(q);
    }
}
