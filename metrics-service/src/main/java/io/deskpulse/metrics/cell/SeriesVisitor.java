package io.deskpulse.metrics.cell;

/** Is shown what a packed series holds, in order of slots. */
public interface SeriesVisitor {
    /** A bucket that is not empty; parts that its shape does not have are 0. Not told where it has only a sketch. */
    void bucket(int slot, long count, long sum, long squares);

    /** One entry of the sketch of a bucket. */
    void bin(int slot, int index, long number);
}
