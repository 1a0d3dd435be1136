package io.deskpulse.catalogue.definition;

/**
 * Where a metric should be.
 *
 * @param stat what of a distribution is meant; null for other metrics
 * @param atLeast lower bound in the metric's unit, or null
 * @param atMost upper bound, or null
 * @param source who says so
 */
public record Target(Stat stat, Double atLeast, Double atMost, String source) {
    /** Rejects a target without bounds or without a source. */
    public Target {
        if (atLeast == null && atMost == null) {
            throw new IllegalArgumentException("target: needs at_least or at_most");
        }
        if (atLeast != null && atMost != null && atLeast > atMost) {
            throw new IllegalArgumentException("target: at_least is above at_most");
        }
        if (source == null || source.isBlank()) {
            throw new IllegalArgumentException("target: needs a source");
        }
    }

    /** Whether a value is where it should be. */
    public boolean isMetBy(double value) {
        return (atLeast == null || value >= atLeast) && (atMost == null || value <= atMost);
    }
}
