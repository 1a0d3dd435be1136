package io.deskpulse.survey.result;

import io.deskpulse.catalogue.interval.Interval;
import io.deskpulse.catalogue.interval.Intervals;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/** How often each point of a scale was given, and the numbers that follow from it, as they are and weighted. Immutable. */
public final class Distribution {
    private final Map<Integer, Counted> points;
    private final Counted all;

    /** @param points what was given, by point of the scale; points that were never given may be left out */
    public Distribution(Map<Integer, Counted> points) {
        this.points = Collections.unmodifiableMap(new TreeMap<>(points));
        this.all = points.values().stream().reduce(Counted.NONE, Counted::plus);
    }

    /** How often this point was given. */
    public long count(int point) {
        return points.getOrDefault(point, Counted.NONE).count();
    }

    /** How many answers there are. */
    public long count() {
        return all.count();
    }

    /** The mean, each answer counted once. */
    Estimate mean() {
        return raw(Intervals.ofMean(count(), total(point -> point), total(point -> (double) point * point)), x -> x);
    }

    /** The mean, each answer counted by its weight. */
    Estimate weightedMean() {
        return weighted(point -> point, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** The share of some points, with the Wilson interval. */
    Estimate share(IntPredicate wanted) {
        long found = (long) total(point -> wanted.test(point) ? 1 : 0);
        return raw(Intervals.ofRate(found, count()), point -> wanted.test(point) ? 1 : 0);
    }

    /**
     * The weighted share of some points, with the Wilson interval at the effective sample size: unlike the linearised one it says
     * something where all or none gave them.
     *
     * <p>Source: N. Dean and M. Pagano, "Evaluating confidence interval methods for binomial proportions in clustered surveys",
     * Journal of Survey Statistics and Methodology 3 (2015).
     */
    Estimate weightedShare(IntPredicate wanted) {
        if (all.weights() == 0) {
            return Estimate.NONE;
        }
        double share = Math.min(1, weightedTotal(point -> wanted.test(point) ? 1 : 0) / all.weights());
        return new Estimate(share, Intervals.ofShare(share, all.effective()), all.effective());
    }

    /** The net promoter score: 100 x (9..10 minus 0..6) / answered. */
    Estimate netPromoter() {
        long promoters = (long) total(point -> point >= 9 ? 1 : 0);
        long detractors = (long) total(point -> point <= 6 ? 1 : 0);
        return raw(Intervals.ofNetPromoter(promoters, detractors, count()), Distribution::promotion);
    }

    /** The same, each answer counted by its weight. */
    Estimate weightedNetPromoter() {
        return weighted(Distribution::promotion, -100, 100);
    }

    private static double promotion(int point) {
        return point >= 9 ? 100 : point <= 6 ? -100 : 0;
    }

    private Estimate raw(Interval interval, IntToDoubleFunction worth) {
        return count() == 0 ? Estimate.NONE : new Estimate(total(worth) / count(), interval, count());
    }

    /**
     * The weighted (Hajek) mean of what the points are worth, with its linearised variance {@code n / (n - 1) sum w^2 (x - m)^2 /
     * (sum w)^2}. Strata are left out of account, which errs on the wide side; with equal weights it is that of the plain mean.
     *
     * <p>Source: C.-E. Sarndal, B. Swensson and J. Wretman, "Model Assisted Survey Sampling", Springer 1992, 5.6 and 5.7; the
     * same as svymean of R's survey package (T. Lumley, "Complex Surveys", Wiley 2010).
     */
    private Estimate weighted(IntToDoubleFunction worth, double least, double most) {
        if (all.weights() == 0) {
            return Estimate.NONE;
        }
        double mean = weightedTotal(worth) / all.weights();
        if (count() < 2) {
            return new Estimate(mean, null, all.effective());
        }
        double spread = 0;
        for (Map.Entry<Integer, Counted> point : points.entrySet()) {
            double away = worth.applyAsDouble(point.getKey()) - mean;
            spread += point.getValue().squares() * away * away;
        }
        double variance = spread / (all.weights() * all.weights()) * count() / (count() - 1);
        Interval wide = Intervals.ofEstimate(mean, Math.sqrt(variance));
        return new Estimate(
                mean, new Interval(Math.max(least, wide.low()), Math.min(most, wide.high())), all.effective());
    }

    private double total(IntToDoubleFunction worth) {
        return points.entrySet().stream()
                .mapToDouble(point -> point.getValue().count() * worth.applyAsDouble(point.getKey()))
                .sum();
    }

    private double weightedTotal(IntToDoubleFunction worth) {
        return points.entrySet().stream()
                .mapToDouble(point -> point.getValue().weights() * worth.applyAsDouble(point.getKey()))
                .sum();
    }
}
