package io.deskpulse.contracts.event.reading;

/** What counts as an id, a dimension value or a language tag. Stateless. */
final class Words {
    private Words() {}

    /** Whether there are {@code min} to {@code max} characters (code points), all of them printable. */
    static boolean printable(String text, int min, int max) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return printableBeyondAscii(text, min, max);
            }
        }
        return length >= min && length <= max;
    }

    private static boolean printableBeyondAscii(String text, int min, int max) {
        int characters = text.codePointCount(0, text.length());
        return characters >= min && characters <= max && text.codePoints().allMatch(Words::printable);
    }

    private static boolean printable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** Whether a lower-cased value has the shape of a BCP 47 tag: letters, then parts of letters and digits. */
    static boolean languageTag(String tag) {
        int part = 0;
        boolean first = true;
        for (int i = 0; i < tag.length(); i++) {
            char c = tag.charAt(i);
            if (c == '-' && part > 0) {
                part = 0;
                first = false;
            } else if (c >= 'a' && c <= 'z' || !first && c >= '0' && c <= '9') {
                part++;
            } else {
                return false;
            }
            if (part > 8) {
                return false;
            }
        }
        return part > 0;
    }
}
