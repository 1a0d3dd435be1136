package io.deskpulse.metrics.cell;

/** Is shown what a packed series holds, in order of slots. */
public interface SeriesVisitor {
    /** A bucket that is not empty; parts that its shape does not have are 0. */
    void bucket(int slot, long count, long sum, long squares);

    /** One bucket of the sketch of the bucket last shown. */
    void bin(int slot, int index, long number);
}
