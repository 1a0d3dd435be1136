package io.deskpulse.catalogue.interval;

/**
 * A 95 % confidence interval.
 *
 * @param low lower end, in the unit of the value
 * @param high upper end
 */
public record Interval(double low, double high) {
    /** The two-sided 95 % point of the normal distribution. */
    static final double Z = 1.959963984540054;

    /** Rejects an interval that is none. */
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("low: need at most high, got " + low + " and " + high);
        }
    }

    /** The interval of {@code value} plus and minus {@link #Z} standard errors. */
    static Interval around(double value, double standardError) {
        return new Interval(value - Z * standardError, value + Z * standardError);
    }
}
