package io.deskpulse.catalogue.measure;

/** What is kept of a measure in one cell, and so what can be asked of it. */
public enum Shape {
    /** A number of things. */
    COUNT,
    /** Number, sum and sum of squares of a quantity. */
    MEAN,
    /** As {@link #MEAN}, and a sketch of how the values are distributed. */
    DISTRIBUTION,
    /** As {@link #MEAN} of points on a {@link PointScale}, and how many there are of each. */
    SCORE,
    /** Sums of money, one for each currency, in millionths of the currency's unit. */
    MONEY,
    /** How many different ones; a {@link DistinctSketch}. */
    DISTINCT;

    /** Whether number, sum and sum of squares of a quantity are kept. */
    public boolean ofQuantities() {
        return this == MEAN || this == DISTRIBUTION || this == SCORE;
    }

    /** Whether it is kept how many values there are in each bin: of a sketch, or a point of a scale. */
    public boolean binned() {
        return this == DISTRIBUTION || this == SCORE;
    }
}
