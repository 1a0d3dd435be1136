package io.deskpulse.catalogue.definition;

/**
 * Words that a person reads, in both first-class languages.
 *
 * @param en English
 * @param zh simplified Chinese
 */
public record Text(String en, String zh) {
    /** Rejects a missing language. */
    public Text {
        if (en == null || en.isBlank()) {
            throw new IllegalArgumentException("en: missing");
        }
        if (zh == null || zh.isBlank()) {
            throw new IllegalArgumentException("zh: missing");
        }
    }
}
