package io.deskpulse.alerting.rule.document;

import io.deskpulse.catalogue.definition.Metric;
import io.deskpulse.catalogue.measure.PointScale;
import java.util.Optional;

/** What values a metric can have at all: a limit beyond them would never be passed, or always be. Pure functions. */
final class Limits {
    private Limits() {}

    /** What is wrong with a limit; empty where nothing is. */
    static Optional<String> fault(Metric metric, double limit) {
        return switch (metric.formula()) {
            case RATIO, TOP_BOX, UPTIME -> outside(limit, 0, 1, "Write a share from 0 to 1, such as 0.7 for 70 %.");
            case NET_PROMOTER -> outside(limit, -100, 100, "Write a score from -100 to 100.");
            case MEAN -> metric.live() ? ofMean(metric, limit) : Optional.empty();
            case SUM, DISTINCT, PER_MINUTE, GREATEST_OPEN, DISTRIBUTION, HOURS_SAVED ->
                outside(limit, 0, Double.MAX_VALUE, "It is never below 0; write a greater number.");
            case MONEY_SUM, MONEY_RATIO, MONEY_SHARE -> Optional.empty();
        };
    }

    private static Optional<String> ofMean(Metric metric, double limit) {
        PointScale scale = metric.numerator().get(0).scale();
        return scale == null
                ? Optional.empty()
                : outside(
                        limit,
                        scale.least(),
                        scale.greatest(),
                        "Write a point of its scale, from " + scale.least() + " to " + scale.greatest() + ".");
    }

    private static Optional<String> outside(double limit, double least, double greatest, String detail) {
        return Double.isNaN(limit) || limit >= least && limit <= greatest ? Optional.empty() : Optional.of(detail);
    }
}
