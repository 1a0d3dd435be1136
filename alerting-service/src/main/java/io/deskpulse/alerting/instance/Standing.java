package io.deskpulse.alerting.instance;

import io.deskpulse.alerting.alert.State;
import java.time.Duration;
import java.time.Instant;

/**
 * Where an instance stands. Immutable.
 *
 * @param held how long it has been breached while pending, or recovered while recovering; only time that somebody looked at counts
 * @param at the moment that was judged last; null where it was never judged
 * @param noted the last moment that is stored
 */
public record Standing(State state, Duration held, Instant at, Instant noted) {
    /** Nothing was ever wrong. */
    public static final Standing NEW = new Standing(State.NORMAL, Duration.ZERO, null, null);

    /** As it was stored. */
    public static Standing stored(State state, Duration held, Instant at) {
        return new Standing(state, held, at, at);
    }

    Standing in(State other) {
        return new Standing(other, Duration.ZERO, at, at);
    }

    Standing holding(Duration longer) {
        return new Standing(state, longer, at, noted);
    }

    Standing written() {
        return new Standing(state, held, at, at);
    }

    Standing judged(Instant moment) {
        return new Standing(state, held, moment, noted);
    }
}
