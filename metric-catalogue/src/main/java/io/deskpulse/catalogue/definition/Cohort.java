package io.deskpulse.catalogue.definition;

import java.util.Locale;

/** Whose time a number is filed under. */
public enum Cohort {
    START,
    CLOSE,
    REPLY,
    /** The event's own time. */
    EVENT,
    VISIT,
    ANSWER,
    OFFER,
    ORDER,
    /** The week or month that a customer was first seen in. */
    COHORT;

    /** The name used in the catalogue and in answers. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
