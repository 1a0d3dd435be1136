package io.deskpulse.alerting.text;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Lengths of time in words. Pure functions. */
final class Lengths {
    private Lengths() {}

    /** To the second, without what is 0: 90 minutes are 1 h 30 min. */
    static String words(Duration length, String between, String... units) {
        long[] counts = {length.toDaysPart(), length.toHoursPart(), length.toMinutesPart(), length.toSecondsPart()};
        List<String> words = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                words.add(counts[i] + units[i]);
            }
        }
        return words.isEmpty() ? "0" + units[counts.length - 1] : String.join(between, words);
    }
}
