package io.deskpulse.simulator.feed;

import java.time.Clock;

/**
 * The time at the simulated desk: begins in the past, goes faster, and never overtakes the real one. Immutable.
 *
 * @param startMillis the desk's time when the feed starts
 * @param startedMillis the real time then
 * @param speed how much faster; infinite catches up at once
 */
record Pace(long startMillis, long startedMillis, double speed, Clock clock) {
    Pace {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("speed: " + speed + " is not positive");
        }
    }

    /** The desk's time now. */
    long now() {
        long real = clock.millis();
        double reached = startMillis + Math.max(0, real - startedMillis) * speed;
        // 0 x infinity at the first moment is no number.
        return Double.isNaN(reached) || reached > real ? real : (long) reached;
    }

    /** Whether it has caught up with the real time. */
    boolean isLive() {
        return now() >= clock.millis() - 1_000;
    }

    /** How long until the desk's time is {@code millis}, in real milliseconds. */
    long until(long millis) {
        long now = now();
        double wait = (millis - now) / (now >= clock.millis() ? 1 : speed);
        return Math.max(0, (long) Math.ceil(wait));
    }
}
