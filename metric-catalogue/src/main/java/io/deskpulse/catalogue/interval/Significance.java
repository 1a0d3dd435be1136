package io.deskpulse.catalogue.interval;

/** Whether two samples differ at the 95 % level, two-sided. Pure functions; null where a sample is too small to say. */
public final class Significance {
    private Significance() {}

    /**
     * The two-proportion z test with the pooled rate.
     *
     * @return null where either sample is empty, or no numerator lies within its denominator; false where both rates
     *     are 0 or both are 1
     */
    public static Boolean ofRates(long numerator1, long denominator1, long numerator2, long denominator2) {
        if (!isRate(numerator1, denominator1) || !isRate(numerator2, denominator2)) {
            return null;
        }
        return Math.abs(zOfRates(numerator1, denominator1, numerator2, denominator2)) > Interval.Z;
    }

    static double zOfRates(long numerator1, long denominator1, long numerator2, long denominator2) {
        double pooled = (double) (numerator1 + numerator2) / (denominator1 + denominator2);
        double error = Math.sqrt(pooled * (1 - pooled) * (1.0 / denominator1 + 1.0 / denominator2));
        double difference = (double) numerator1 / denominator1 - (double) numerator2 / denominator2;
        return error == 0 ? 0 : difference / error;
    }

    private static boolean isRate(long numerator, long denominator) {
        return denominator > 0 && numerator >= 0 && numerator <= denominator;
    }

    /**
     * Welch's test of two means with unequal variances.
     *
     * <p>Source: B. L. Welch, Biometrika 34 (1947), with the degrees of freedom of Satterthwaite.
     *
     * @return null where either sample has fewer than two values
     */
    public static Boolean ofMeans(
            long count1, double sum1, double squares1, long count2, double sum2, double squares2) {
        if (count1 < 2 || count2 < 2) {
            return null;
        }
        double part1 = Intervals.varianceOf(count1, sum1, squares1) / count1;
        double part2 = Intervals.varianceOf(count2, sum2, squares2) / count2;
        double difference = sum1 / count1 - sum2 / count2;
        if (part1 + part2 == 0) {
            return difference != 0;
        }
        double t = difference / Math.sqrt(part1 + part2);
        return Math.abs(t) > StudentT.critical95(welchDegrees(part1, count1, part2, count2));
    }

    static double welchDegrees(double part1, long count1, double part2, long count2) {
        double both = part1 + part2;
        return both * both / (part1 * part1 / (count1 - 1) + part2 * part2 / (count2 - 1));
    }
}
