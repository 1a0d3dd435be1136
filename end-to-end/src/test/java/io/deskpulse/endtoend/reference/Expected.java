package io.deskpulse.endtoend.reference;

import java.util.Map;

/**
 * What a metric is in one bucket and group.
 *
 * @param value null where there is none
 * @param numerator null where the metric has none
 * @param denominator null where the metric has none
 * @param stats of a percentile metric: p50, p90, p95, p99 and mean, exact
 * @param distribution of a survey score: how many there are of each point of its scale
 */
public record Expected(
        Double value,
        Double numerator,
        Double denominator,
        Map<String, Double> stats,
        Map<String, Double> distribution) {
    Expected(Double value, Double numerator, Double denominator, Map<String, Double> stats) {
        this(value, numerator, denominator, stats, Map.of());
    }

    static Expected count(double value) {
        return new Expected(value, null, null, Map.of());
    }

    static Expected ratio(double numerator, double denominator) {
        return new Expected(denominator == 0 ? null : numerator / denominator, numerator, denominator, Map.of());
    }

    Expected distributed(Map<String, Double> scores) {
        return new Expected(value, numerator, denominator, stats, scores);
    }
}
