package io.deskpulse.survey.result.driver;

import io.deskpulse.catalogue.definition.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.stat.correlation.StorelessCovariance;
import org.hipparchus.stat.regression.MillerUpdatingRegression;
import org.hipparchus.stat.regression.RegressionResults;

/**
 * Ordinary least squares with an intercept, over rows that come one by one: no row is kept. Standardised afterwards, which gives the same
 * as regressing standardised values. Not thread-safe.
 *
 * <p>Source: A. J. Miller, "Algorithm AS 274: Least squares routines to supplement those of Gentleman", Applied Statistics 41 (1992),
 * as Hipparchus has it.
 */
public final class Regression {
    private static final int ROWS_AN_ITEM = 8;
    private static final int ROWS_ANYWAY = 50;
    /** The share of its variance that an item must not have in common with those before it. */
    private static final double TOLERANCE = 1e-9;

    private final int items;
    private final StorelessCovariance covariance;
    private final MillerUpdatingRegression regression;
    private long rows;

    /** @param items how many may drive the target; 1 or more */
    public Regression(int items) {
        this.items = items;
        this.covariance = new StorelessCovariance(items + 1);
        this.regression = new MillerUpdatingRegression(items, true);
    }

    /**
     * Takes a row.
     *
     * @param values of the target, then of each item
     */
    public void add(double[] values) {
        double[] given = Arrays.copyOfRange(values, 1, items + 1);
        regression.addObservation(given, values[0]);
        covariance.increment(values);
        rows++;
    }

    /** What the rows so far say. */
    public Fit fit() {
        long needed = (long) items + Metric.MINIMUM_SAMPLE;
        if (rows < needed) {
            return new Fit.TooFew(rows, needed);
        }
        Correlations correlations = new Correlations(covariance.getCovarianceMatrix());
        List<Fit.Unusable> unusable = new ArrayList<>();
        List<Integer> usable = usable(correlations, unusable);
        return correlations.constant(0) || usable.isEmpty()
                ? new Fit.NothingVaries(rows)
                : fitted(correlations, usable, unusable);
    }

    private Fit fitted(Correlations correlations, List<Integer> usable, List<Fit.Unusable> unusable) {
        // The intercept is regressor 0, and the first item 1.
        int[] regressors = IntStream.concat(IntStream.of(0), usable.stream().mapToInt(item -> item + 1))
                .toArray();
        RegressionResults found = regression.regress(regressors);
        double[] importance = correlations.importance(usable);
        List<Fit.Coefficient> coefficients = new ArrayList<>();
        for (int i = 0; i < usable.size(); i++) {
            coefficients.add(coefficient(correlations, usable.get(i), i, found, importance[i]));
        }
        return new Fit.Fitted(
                rows,
                found.getRSquared(),
                found.getAdjustedRSquared(),
                rows < ROWS_ANYWAY + (long) ROWS_AN_ITEM * usable.size(),
                coefficients,
                unusable);
    }

    private Fit.Coefficient coefficient(
            Correlations correlations, int item, int place, RegressionResults found, double importance) {
        double scale = correlations.deviation(item + 1) / correlations.deviation(0);
        double estimate = found.getParameterEstimate(place + 1);
        double error = found.getStdErrorOfEstimate(place + 1);
        double freedom = rows - found.getNumberOfParameters();
        double t = estimate / error;
        double p = 2 * new TDistribution(freedom).cumulativeProbability(-Math.abs(t));
        double variance = correlations.deviation(item + 1) * correlations.deviation(item + 1) * (rows - 1);
        double inflation = error * error * variance / found.getMeanSquareError();
        return new Fit.Coefficient(item, estimate * scale, error * scale, t, p, inflation, importance);
    }

    /** The items that vary and do not follow from those before them. */
    private List<Integer> usable(Correlations correlations, List<Fit.Unusable> unusable) {
        List<Integer> usable = new ArrayList<>();
        for (int item = 0; item < items; item++) {
            if (correlations.constant(item + 1)) {
                unusable.add(new Fit.Unusable(item, Fit.Reason.CONSTANT));
            } else if (correlations.own(item, usable) < TOLERANCE) {
                unusable.add(new Fit.Unusable(item, Fit.Reason.COLLINEAR));
            } else {
                usable.add(item);
            }
        }
        return usable;
    }
}
