package io.deskpulse.survey.definition;

import java.util.Locale;

/** What people and their conversations are told apart by. Names and values are those of docs/reference/metrics.md. */
public enum Dimension {
    OUTCOME,
    CHANNEL,
    SCENE,
    LANGUAGE,
    HANDLER,
    SEGMENT,
    VARIANT,
    REGION,
    TOPIC;

    private final String wire = name().toLowerCase(Locale.ROOT);

    /** As documents name it. */
    public String wire() {
        return wire;
    }

    /** A value as it is compared: trimmed and in lower case. */
    public static String folded(String value) {
        return value.strip().toLowerCase(Locale.ROOT);
    }
}
