package io.deskpulse.catalogue.interval;

/** The two-sided 95 % points of Student's t distribution. */
final class StudentT {
    private StudentT() {}

    /**
     * The point beyond which lies 5 % of the distribution, both tails together.
     *
     * <p>Found by bisection of the exact tail; 60 halvings reach the limits of a double.
     *
     * @param degrees degrees of freedom, 1 or more; need not be whole
     */
    static double critical95(double degrees) {
        double low = Interval.Z;
        double high = 13;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (twoSidedTail(middle, degrees) > 0.05) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** The probability of a value beyond plus or minus {@code t}: the regularised incomplete beta function. */
    static double twoSidedTail(double t, double degrees) {
        return IncompleteBeta.regularised(degrees / (degrees + t * t), degrees / 2, 0.5);
    }
}
