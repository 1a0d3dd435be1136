package io.deskpulse.endtoend.reference;

import java.util.Locale;

/** Texts that differ in case, spaces and punctuation only are the same. */
final class SameText {
    private SameText() {}

    /** Letters, digits and pictures of a text; empty where it has none. */
    static String fold(String text) {
        return text.replaceAll("[\\p{P}\\p{Z}\\p{C}]", "")
                .replaceAll("[$+<=>^`|~]", "")
                .toLowerCase(Locale.ROOT);
    }
}
