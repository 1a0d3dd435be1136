package io.deskpulse.catalogue.measure;

import java.util.Map;
import java.util.TreeMap;

/**
 * What one cell holds of one measure: the parts that its {@link Shape} names. Whole numbers only, so adding is
 * associative and a recount in any order gives the same. Mutable, not thread-safe.
 */
public final class Tally {
    /** Number of things. */
    public long count;
    /** Sum of the quantity, in the unit that {@link Measure} names. */
    public long sum;
    /** Sum of squares, in the unit that {@link Measure} names. */
    public long squares;
    /**
     * Sketch: bucket index to number of values, of which {@link Integer#MIN_VALUE} is zero; or point of a scale to number
     * of values; or register to rank, where different things are counted. Null until the first.
     */
    public TreeMap<Integer, Long> bins;

    /** Adds all that another holds; a negative one takes back. */
    public void add(Tally other) {
        count += other.count;
        sum += other.sum;
        squares += other.squares;
        if (other.bins != null) {
            for (Map.Entry<Integer, Long> bin : other.bins.entrySet()) {
                addBin(bin.getKey(), bin.getValue());
            }
        }
    }

    /** Adds to one bucket of the sketch. */
    public void addBin(int index, long number) {
        if (bins == null) {
            bins = new TreeMap<>();
        }
        bins.merge(index, number, (a, b) -> a + b == 0 ? null : a + b);
    }

    /** Sets a register to a rank, unless it has a greater one. */
    public void addRank(int register, long rank) {
        if (bins == null) {
            bins = new TreeMap<>();
        }
        bins.merge(register, rank, Math::max);
    }

    /** Adds what another holds of a measure: the union, where different things are counted. */
    public void add(Tally other, Shape shape) {
        if (shape != Shape.DISTINCT) {
            add(other);
        } else if (other.bins != null) {
            other.bins.forEach(this::addRank);
        }
    }
}
