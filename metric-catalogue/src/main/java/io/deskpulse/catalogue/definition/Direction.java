package io.deskpulse.catalogue.definition;

import java.util.Locale;

/** Which way a metric should go. */
public enum Direction {
    HIGHER,
    LOWER,
    /** Neither is good by itself. */
    NONE;

    /** The name used in the catalogue and in answers. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
