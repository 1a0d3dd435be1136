package io.deskpulse.contracts.text;

/**
 * When two texts of a customer are the same, by the metric {@code repeat_question_rate}: in small letters, without spaces, punctuation and
 * the symbols of ASCII. A text of nothing else is no text. Stateless.
 */
public final class SameText {
    private static final int ASCII = 0x80;

    private SameText() {}

    /** Whether a character makes a difference. */
    public static boolean counts(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            case Character.MATH_SYMBOL, Character.CURRENCY_SYMBOL, Character.MODIFIER_SYMBOL -> codePoint >= ASCII;
            default -> true;
        };
    }
}
