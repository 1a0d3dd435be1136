package io.deskpulse.endtoend.reference;

import java.util.Map;

/**
 * What a metric is in one bucket and group.
 *
 * @param value null where there is none
 * @param numerator null where the metric has none
 * @param denominator null where the metric has none
 * @param stats of a percentile metric: p50, p90, p95, p99 and mean, exact
 */
public record Expected(Double value, Double numerator, Double denominator, Map<String, Double> stats) {
    static Expected count(double value) {
        return new Expected(value, null, null, Map.of());
    }

    static Expected ratio(double numerator, double denominator) {
        return new Expected(denominator == 0 ? null : numerator / denominator, numerator, denominator, Map.of());
    }
}
