package io.deskpulse.catalogue.cell;

import java.util.Locale;

/** What a number can be split by. The order of the constants is the order of values in a {@link Dimensions}. */
public enum Dimension {
    CHANNEL,
    SCENE,
    LANGUAGE,
    VARIANT,
    CAMPAIGN,
    SEGMENT,
    REGION,
    HANDLER,
    TOPIC;

    /** The value of a dimension that is not known, or not known yet. */
    public static final String UNKNOWN = "unknown";

    /** The value that stands for all values beyond the limit of a bucket. */
    public static final String OTHER = "~other";

    private final String id = name().toLowerCase(Locale.ROOT);

    /** The name used in queries and answers. */
    public String id() {
        return id;
    }

    /** The dimension of that name, or null. */
    public static Dimension ofId(String id) {
        for (Dimension dimension : values()) {
            if (dimension.id.equals(id)) {
                return dimension;
            }
        }
        return null;
    }
}
