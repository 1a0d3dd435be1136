package io.deskpulse.catalogue.definition;

import java.util.Locale;

/** What a value is measured in. */
public enum Unit {
    COUNT,
    /** 0 to 1; shown as a percentage. */
    RATIO,
    SECONDS,
    HOURS,
    PER_MINUTE,
    /** A point on the metric's own scale. */
    SCORE,
    /** The currency of the series. */
    CURRENCY;

    /** The name used in the catalogue and in answers. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
