package io.deskpulse.catalogue.definition;

import java.util.Locale;

/** What a metric leaves out. */
public enum Exclusion {
    /** Test conversations, and the answers and costs that name them. */
    TEST,
    /** Messages that the customer does not see. */
    PRIVATE,
    /** Episodes without a customer. */
    UNKNOWN_CUSTOMER,
    /** Episodes without a customer or visitor. */
    UNKNOWN_PERSON,
    /** What has not come yet. */
    FUTURE;

    /** The name used in the catalogue and in answers. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
