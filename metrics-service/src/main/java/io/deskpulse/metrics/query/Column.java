package io.deskpulse.metrics.query;

import io.deskpulse.catalogue.measure.Shape;
import io.deskpulse.catalogue.measure.Tally;
import io.deskpulse.metrics.cell.Bins;
import io.deskpulse.metrics.cell.Registers;

/** What is counted of one group, point by point, in plain arrays. Mutable, not thread-safe. */
public final class Column {
    private final long[] counts;
    private final long[] sums;
    private final long[] squares;
    private final Bins[] bins;
    private final Registers[] members;

    Column(Shape shape, int points) {
        counts = new long[points];
        boolean quantities = shape.ofQuantities();
        sums = quantities || shape == Shape.MONEY ? new long[points] : null;
        squares = quantities ? new long[points] : null;
        bins = shape.binned() ? new Bins[points] : null;
        members = shape == Shape.DISTINCT ? new Registers[points] : null;
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

    /** Adds to a bin of a point. */
    public void addBin(int point, int index, long number) {
        if (members != null) {
            if (members[point] == null) {
                members[point] = new Registers();
            }
            members[point].add(index, (int) number);
        } else if (bins != null) {
            if (bins[point] == null) {
                bins[point] = new Bins();
            }
            bins[point].add(index, number);
        }
    }

    /** How many; how many different ones where those are counted. */
    long count(int point) {
        if (members != null) {
            return members[point] == null ? 0 : members[point].estimate();
        }
        return counts[point];
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

    /** How many values of a point are in a bin. */
    long bin(int point, int index) {
        return bins == null || bins[point] == null ? 0 : bins[point].numberOf(index);
    }

    /** A quantile of a point in seconds; NaN where nothing is in it. */
    double quantile(int point, double q) {
        return bins == null || bins[point] == null ? Double.NaN : bins[point].quantile(q);
    }
}
