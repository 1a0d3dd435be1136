package io.deskpulse.catalogue.definition;

import java.util.Locale;

/** What can be asked of a distribution. */
public enum Stat {
    P50(0.5),
    P90(0.9),
    P95(0.95),
    P99(0.99),
    MEAN(Double.NaN),
    COUNT(Double.NaN);

    private final double quantile;

    Stat(double quantile) {
        this.quantile = quantile;
    }

    /** From 0 to 1; NaN for those that are no quantile. */
    public double quantile() {
        return quantile;
    }

    /** Whether it is a quantile. */
    public boolean isQuantile() {
        return !Double.isNaN(quantile);
    }

    /** The name used in queries and answers. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of that name, or null. */
    public static Stat ofId(String id) {
        for (Stat stat : values()) {
            if (stat.id().equals(id)) {
                return stat;
            }
        }
        return null;
    }
}
