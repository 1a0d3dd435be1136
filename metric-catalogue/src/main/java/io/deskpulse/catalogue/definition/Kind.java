package io.deskpulse.catalogue.definition;

import java.util.Locale;

/** What sort of number a metric is, and so how it may be drawn and compared. */
public enum Kind {
    COUNT,
    RATE,
    MEAN,
    PERCENTILE,
    SCORE,
    DISTINCT,
    MONEY;

    /** The name used in the catalogue and in answers. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
