package io.deskpulse.endtoend.reference;

import io.deskpulse.endtoend.Story;
import java.time.Instant;
import java.util.Map;

/** Conversations short enough to be counted by hand, all within a day from ten o'clock. */
final class CountedByHand {
    private static final Instant ZERO = Instant.parse("2026-11-10T10:00:00Z");
    static final long FROM = ZERO.toEpochMilli();
    private static final Range DAY = new Range(FROM, FROM + 86_400_000);

    private CountedByHand() {}

    static Story story() {
        return new Story("/by-hand", ZERO);
    }

    static double value(Answers answers, String metric) {
        return value(answers, metric, Group.ALL);
    }

    static double value(Answers answers, String metric, Group group) {
        return answers.expect(metric, group, DAY, DAY).value();
    }

    static Map<String, Double> stats(Answers answers, String metric) {
        return answers.expect(metric, DAY).stats();
    }
}
