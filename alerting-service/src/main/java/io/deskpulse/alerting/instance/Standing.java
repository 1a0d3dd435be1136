package io.deskpulse.alerting.instance;

import io.deskpulse.alerting.alert.State;
import java.time.Duration;
import java.time.Instant;

/**
 * Where an instance stands. Immutable.
 *
 * @param held how long it has been breached while pending, or recovered while recovering; only time that somebody looked at counts
 * @param noted what is stored of {@code held}
 * @param at the moment that was judged last; null where it was never judged
 */
public record Standing(State state, Duration held, Duration noted, Instant at) {
    /** Nothing was ever wrong. */
    public static final Standing NEW = new Standing(State.NORMAL, Duration.ZERO, Duration.ZERO, null);

    /** As it was stored. */
    public static Standing stored(State state, Duration held, Instant at) {
        return new Standing(state, held, held, at);
    }

    Standing in(State other) {
        return new Standing(other, Duration.ZERO, Duration.ZERO, at);
    }

    Standing holding(Duration longer) {
        return new Standing(state, longer, noted, at);
    }

    Standing written() {
        return new Standing(state, held, held, at);
    }

    Standing judged(Instant moment) {
        return new Standing(state, held, noted, moment);
    }
}
