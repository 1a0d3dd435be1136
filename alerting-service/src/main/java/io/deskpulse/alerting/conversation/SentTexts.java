package io.deskpulse.alerting.conversation;

import io.deskpulse.contracts.text.SameText;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How often a customer has sent the same text. Keeps
 * hashes, never text, of the last few different texts. Used by one thread.
 */
final class SentTexts {
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
                .filter(SameText::counts)
                .asLongStream()
                .reduce(FNV_OFFSET, (hash, codePoint) -> (hash ^ codePoint) * FNV_PRIME);
    }
}
