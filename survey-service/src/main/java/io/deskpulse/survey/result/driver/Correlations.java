package io.deskpulse.survey.result.driver;

import java.util.List;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/** How a target (number 0) and items (from number 1 on) go together. */
final class Correlations {
    private final RealMatrix covariance;

    Correlations(RealMatrix covariance) {
        this.covariance = covariance;
    }

    /** The standard deviation of one. */
    double deviation(int number) {
        return Math.sqrt(covariance.getEntry(number, number));
    }

    boolean constant(int number) {
        return !(covariance.getEntry(number, number) > 0);
    }

    /** Which share of its variance an item does not have in common with others. */
    double own(int item, List<Integer> others) {
        if (others.isEmpty()) {
            return 1;
        }
        RealMatrix between = between(others);
        RealVector with = MatrixUtils.createRealVector(
                others.stream().mapToDouble(other -> of(item + 1, other + 1)).toArray());
        return 1 - with.dotProduct(new LUDecomposition(between).getSolver().solve(with));
    }

    /**
     * The share of each item in what they explain together: its relative weight.
     *
     * <p>Source: J. W. Johnson, "A heuristic method for estimating the relative weight of predictor variables in multiple
     * regression", Multivariate Behavioral Research 35 (2000).
     */
    double[] importance(List<Integer> items) {
        EigenDecompositionSymmetric parts = new EigenDecompositionSymmetric(between(items));
        RealMatrix roots = parts.getD().copy();
        for (int i = 0; i < items.size(); i++) {
            roots.setEntry(i, i, Math.sqrt(Math.max(0, parts.getEigenvalue(i))));
        }
        RealMatrix loadings = parts.getV().multiply(roots).multiply(parts.getVT());
        RealVector target = MatrixUtils.createRealVector(
                items.stream().mapToDouble(item -> of(0, item + 1)).toArray());
        RealVector betas = new LUDecomposition(loadings).getSolver().solve(target);
        double[] weights = new double[items.size()];
        double all = 0;
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < weights.length; j++) {
                weights[i] += loadings.getEntry(i, j) * loadings.getEntry(i, j) * betas.getEntry(j) * betas.getEntry(j);
            }
            all += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] = all == 0 ? 0 : weights[i] / all;
        }
        return weights;
    }

    private RealMatrix between(List<Integer> items) {
        RealMatrix between = new Array2DRowRealMatrix(items.size(), items.size());
        for (int i = 0; i < items.size(); i++) {
            for (int j = 0; j < items.size(); j++) {
                between.setEntry(i, j, of(items.get(i) + 1, items.get(j) + 1));
            }
        }
        return between;
    }

    private double of(int one, int other) {
        return one == other ? 1 : covariance.getEntry(one, other) / (deviation(one) * deviation(other));
    }
}
