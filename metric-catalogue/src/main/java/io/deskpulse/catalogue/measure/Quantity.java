package io.deskpulse.catalogue.measure;

/**
 * How a quantity is kept as whole numbers: the unit of its sum and of its sum of squares. Squares of durations are
 * coarser than their unit squared, so that a year of them still fits a long.
 */
public enum Quantity {
    /** Milliseconds; squares in thousandths of a square second; read in seconds. */
    DURATION(1_000, 1_000),
    /** Millionths; squares in millionths; read as the score itself. */
    SCORE(1_000_000, 1_000_000),
    /** A plain number. */
    NUMBER(1, 1);

    private final long perUnit;
    private final long squaresPerUnit;

    Quantity(long perUnit, long squaresPerUnit) {
        this.perUnit = perUnit;
        this.squaresPerUnit = squaresPerUnit;
    }

    /** The square of one value as it is added to {@link Tally#squares}, rounded half up. */
    public long squareOf(long value) {
        long divisor = perUnit * perUnit / squaresPerUnit;
        return divisor == 1 ? value * value : Math.round((double) value * value / divisor);
    }

    /** A stored sum in the unit people read. */
    public double sumOf(long sum) {
        return (double) sum / perUnit;
    }

    /** A stored sum of squares in the square of the unit people read. */
    public double squaresOf(long squares) {
        return (double) squares / squaresPerUnit;
    }
}
