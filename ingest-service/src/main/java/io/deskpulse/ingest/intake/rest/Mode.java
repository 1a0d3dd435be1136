package io.deskpulse.ingest.intake.rest;

import java.util.Locale;

/** How a body holds events: the modes of CloudEvents over HTTP, and lines. */
enum Mode {
    STRUCTURED("application/cloudevents+json"),
    BATCH("application/cloudevents-batch+json"),
    LINES("application/x-ndjson"),
    BINARY("application/json");

    private final String mediaType;

    Mode(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The mode of a {@code Content-Type}, or null where it is none of ours or not in UTF-8. */
    static Mode of(String contentType) {
        if (contentType == null) {
            return null;
        }
        for (Mode mode : values()) {
            if (contentType.equals(mode.mediaType)) {
                return mode;
            }
        }
        return withParameters(contentType.toLowerCase(Locale.ROOT));
    }

    private static Mode withParameters(String contentType) {
        String[] parts = contentType.split(";");
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].replace("\"", "").strip();
            if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
                return null;
            }
        }
        for (Mode mode : values()) {
            if (parts[0].strip().equals(mode.mediaType)) {
                return mode;
            }
        }
        return null;
    }
}
