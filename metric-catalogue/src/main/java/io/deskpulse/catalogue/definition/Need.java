package io.deskpulse.catalogue.definition;

import java.util.Locale;

/** What a metric that is not live waits for. */
public enum Need {
    /** Facts of the customer rather than the conversation. */
    JOURNEYS,
    /** Orders and leads. */
    ORDERS;

    /** The name used in the catalogue and in answers. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
