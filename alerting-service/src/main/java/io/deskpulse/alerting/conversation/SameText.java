package io.deskpulse.alerting.conversation;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How often a customer has sent the same text: case, spaces, punctuation and the symbols of ASCII folded away, as the metric {@code repeated} does. Keeps
 * hashes, never text, of the last few different texts. Used by one thread.
 */
final class SameText {
    private static final int MOST_TEXTS = 50;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final Map<Long, Integer> times = new LinkedHashMap<>();

    /** Takes in a text and says how often it was sent by now; 0 for what folds to nothing. */
    int add(String text) {
        if (text == null) {
            return 0;
        }
        long hash = hash(text.toLowerCase(Locale.ROOT));
        if (hash == FNV_OFFSET) {
            return 0;
        }
        if (times.size() >= MOST_TEXTS && !times.containsKey(hash)) {
            times.remove(times.keySet().iterator().next());
        }
        return times.merge(hash, 1, Integer::sum);
    }

    void forget() {
        times.clear();
    }

    private static long hash(String lowerCase) {
        return lowerCase
                .codePoints()
                .filter(codePoint -> !dropped(codePoint))
                .asLongStream()
                .reduce(FNV_OFFSET, (hash, codePoint) -> (hash ^ codePoint) * FNV_PRIME);
    }

    private static boolean dropped(int codePoint) {
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
                    Character.UNASSIGNED -> true;
            case Character.MATH_SYMBOL, Character.CURRENCY_SYMBOL, Character.MODIFIER_SYMBOL -> codePoint < 0x80;
            default -> false;
        };
    }
}
