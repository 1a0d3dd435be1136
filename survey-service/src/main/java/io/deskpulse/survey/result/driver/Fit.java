package io.deskpulse.survey.result.driver;

import java.util.List;

/** What a regression gives. */
public sealed interface Fit {
    /**
     * It can be computed.
     *
     * @param rows how many offers it was computed from
     * @param rSquared share of the variance of the target that the items explain together
     * @param lowSample whether there are fewer rows than 50 + 8 for each item (S. B. Green, Multivariate Behavioral Research 26, 1991)
     * @param coefficients one for each item that could be used, in the order of the items
     * @param unusable items that could not be used
     */
    record Fitted(
            long rows,
            double rSquared,
            double adjustedRSquared,
            boolean lowSample,
            List<Coefficient> coefficients,
            List<Unusable> unusable)
            implements Fit {}

    /**
     * There are too few rows to say anything.
     *
     * @param needed how many there must be at least
     */
    record TooFew(long rows, long needed) implements Fit {}

    /** Everyone has given the target the same points, or no item varies: nothing can drive anything. */
    record NothingVaries(long rows) implements Fit {}

    /**
     * How an item drives the target.
     *
     * @param beta by how many standard deviations the target moves where the item moves by one and the others stay
     * @param standardError of {@code beta}
     * @param p of a two-sided test that it drives nothing
     * @param inflation of its variance by what it has in common with the other items (VIF); from 10 on it is hardly told apart from them
     * @param importance its share of {@code rSquared}; the shares of all items sum to 1
     */
    record Coefficient(
            int item, double beta, double standardError, double t, double p, double inflation, double importance) {}

    /** An item that could not be used. */
    record Unusable(int item, Reason reason) {}

    /** Why not. */
    enum Reason {
        /** Everyone has given it the same points. */
        CONSTANT,
        /** It follows from the items before it. */
        COLLINEAR
    }
}
