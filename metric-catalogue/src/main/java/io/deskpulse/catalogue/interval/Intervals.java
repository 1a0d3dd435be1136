package io.deskpulse.catalogue.interval;

/** 95 % intervals of the kinds of numbers that metrics are. Pure functions; null where a sample says nothing. */
public final class Intervals {
    private Intervals() {}

    /**
     * The Wilson score interval of a rate, without continuity correction.
     *
     * <p>Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927);
     * recommended for small samples by Brown, Cai and DasGupta, Statistical Science 16 (2001).
     *
     * @param numerator successes, 0 to {@code denominator}
     * @return null where {@code denominator} is not positive or {@code numerator} is not within it
     */
    public static Interval ofRate(long numerator, long denominator) {
        if (denominator <= 0 || numerator < 0 || numerator > denominator) {
            return null;
        }
        return ofShare((double) numerator / denominator, denominator);
    }

    /**
     * The same for a rate of which only the size of its sample is known, such as a weighted one with its effective sample.
     *
     * @param share 0 to 1
     * @param sample need not be whole
     * @return null where {@code sample} is not positive or {@code share} is no rate
     */
    public static Interval ofShare(double share, double sample) {
        if (!(sample > 0) || !(share >= 0 && share <= 1)) {
            return null;
        }
        double z2 = Interval.Z * Interval.Z;
        double centre = (share + z2 / (2 * sample)) / (1 + z2 / sample);
        double half =
                Interval.Z / (1 + z2 / sample) * Math.sqrt(share * (1 - share) / sample + z2 / (4 * sample * sample));
        return new Interval(share == 0 ? 0 : Math.max(0, centre - half), share == 1 ? 1 : Math.min(1, centre + half));
    }

    /** The normal interval of an estimate whose standard error is known. */
    public static Interval ofEstimate(double value, double standardError) {
        return Interval.around(value, standardError);
    }

    /**
     * The normal interval of a mean, with the sample's variance (n - 1).
     *
     * @return null for fewer than two values
     */
    public static Interval ofMean(long count, double sum, double squares) {
        return count < 2 ? null : Interval.around(sum / count, Math.sqrt(varianceOf(count, sum, squares) / count));
    }

    /**
     * The interval of a net promoter score on its scale of -100 to 100.
     *
     * <p>Each answer is worth +1, 0 or -1, and the score is 100 times their mean, so its variance is that of a
     * trinomial: {@code (p + d - (p - d)^2) / n}.
     *
     * @return null without answers
     */
    public static Interval ofNetPromoter(long promoters, long detractors, long answers) {
        if (answers <= 0) {
            return null;
        }
        double p = (double) promoters / answers;
        double d = (double) detractors / answers;
        double error = Math.sqrt(Math.max(0, p + d - (p - d) * (p - d)) / answers);
        Interval wide = Interval.around(100 * (p - d), 100 * error);
        return new Interval(Math.max(-100, wide.low()), Math.min(100, wide.high()));
    }

    /** The variance of a sample; never below 0, which rounding could otherwise give. */
    static double varianceOf(long count, double sum, double squares) {
        return Math.max(0, (squares - sum * sum / count) / (count - 1));
    }
}
