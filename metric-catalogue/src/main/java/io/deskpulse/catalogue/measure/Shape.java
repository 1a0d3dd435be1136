package io.deskpulse.catalogue.measure;

/** What is kept of a measure in one cell, and so what can be asked of it. */
public enum Shape {
    /** A number of things. */
    COUNT,
    /** Number, sum and sum of squares of a quantity. */
    MEAN,
    /** As {@link #MEAN}, and a sketch of how the values are distributed. */
    DISTRIBUTION,
    /** Sums of money, one for each currency, in millionths of the currency's unit. */
    MONEY,
    /** How many different ones; a {@link DistinctSketch}. */
    DISTINCT
}
