package io.deskpulse.survey.offer;

import java.util.Locale;

/** By what means a person is asked. */
public enum Means {
    /** Shown in the chat widget. */
    WIDGET,
    /** A link that the caller passes on. */
    LINK,
    /** An e-mail with a link. */
    EMAIL,
    /** A text message with a link. */
    SMS;

    private final String wire = name().toLowerCase(Locale.ROOT);

    /** As documents, rows and answers name it. */
    public String wire() {
        return wire;
    }

    /** Throws IllegalArgumentException where there is none of this name. */
    public static Means ofWire(String wire) {
        for (Means means : values()) {
            if (means.wire.equals(wire)) {
                return means;
            }
        }
        throw new IllegalArgumentException("no means of asking");
    }
}
