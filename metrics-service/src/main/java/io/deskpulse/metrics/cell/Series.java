package io.deskpulse.metrics.cell;

import io.deskpulse.catalogue.measure.Shape;
import io.deskpulse.catalogue.measure.Tally;

/**
 * What one field of a block holds: for each bucket of the block, the parts that the measure's shape names. A measure of
 * shape MONEY is held in the sum, one of shape DISTINCT has count 1 where there is a HyperLogLog. Mutable, not
 * thread-safe.
 */
public final class Series {
    private final Shape shape;
    private final int slots;
    private final long[] counts;
    private final long[] sums;
    private final long[] squares;
    private final Bins[] bins;

    /** An empty series of that many buckets. */
    public Series(Shape shape, int slots) {
        this.shape = shape;
        this.slots = slots;
        boolean quantities = shape == Shape.MEAN || shape == Shape.DISTRIBUTION;
        this.counts = shape == Shape.MONEY ? null : new long[slots];
        this.sums = quantities || shape == Shape.MONEY ? new long[slots] : null;
        this.squares = quantities ? new long[slots] : null;
        this.bins = shape == Shape.DISTRIBUTION ? new Bins[slots] : null;
    }

    public Shape shape() {
        return shape;
    }

    /** How many buckets the block has. */
    public int slots() {
        return slots;
    }

    /** The count of a bucket; 0 for shape MONEY. */
    public long count(int slot) {
        return counts == null ? 0 : counts[slot];
    }

    /** The sum of a bucket; 0 for shapes COUNT and DISTINCT. */
    public long sum(int slot) {
        return sums == null ? 0 : sums[slot];
    }

    /** The sum of squares of a bucket; 0 for shapes without. */
    public long squares(int slot) {
        return squares == null ? 0 : squares[slot];
    }

    /** Adds things to a bucket; for shapes COUNT and DISTINCT. */
    public void addCount(int slot, long number) {
        counts[slot] += number;
    }

    /** Adds money to a bucket; for shape MONEY. */
    public void addMoney(int slot, long micros) {
        sums[slot] += micros;
    }

    /** Adds quantities to a bucket; for shapes MEAN and DISTRIBUTION. */
    public void addQuantities(int slot, long number, long sum, long squaresOf) {
        counts[slot] += number;
        sums[slot] += sum;
        squares[slot] += squaresOf;
    }

    /** Adds to the sketch of a bucket; for shape DISTRIBUTION. */
    public void addBin(int slot, int index, long number) {
        if (bins[slot] == null) {
            bins[slot] = new Bins();
        }
        bins[slot].add(index, number);
    }

    /** Sets the count of a bucket; for shape DISTINCT, which marks what exists. */
    public void mark(int slot) {
        counts[slot] = 1;
    }

    /** True when nothing, or only what was taken back, is in a bucket. */
    public boolean isEmpty(int slot) {
        return count(slot) == 0 && sum(slot) == 0 && squares(slot) == 0 && binsOf(slot) == null;
    }

    /** Adds what a bucket holds to a tally. */
    public void addTo(int slot, Tally tally) {
        tally.count += count(slot);
        tally.sum += sum(slot);
        tally.squares += squares(slot);
        Bins sketch = binsOf(slot);
        for (int i = 0; sketch != null && i < sketch.size(); i++) {
            tally.addBin(sketch.index(i), sketch.number(i));
        }
    }

    /** About how many bytes of memory this takes. */
    public int weight() {
        int bytes = 64 + slots * 8 * (shape == Shape.DISTRIBUTION ? 4 : shape == Shape.MEAN ? 3 : 1);
        for (int slot = 0; bins != null && slot < slots; slot++) {
            bytes += bins[slot] == null ? 0 : 64 + bins[slot].size() * 12;
        }
        return bytes;
    }

    /** The sketch of a bucket, or null where it is empty. */
    Bins binsOf(int slot) {
        return bins == null || bins[slot] == null || bins[slot].size() == 0 ? null : bins[slot];
    }
}
