package io.deskpulse.survey.delivery;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before something that failed is tried again: twice as long each time, and not all at the same moment. */
final class Pauses {
    private static final int MOST_DOUBLINGS = 20;

    private final Duration first;
    private final Duration longest;

    Pauses(DeliverySettings settings) {
        this.first = settings.firstPause();
        this.longest = settings.longestPause();
    }

    /**
     * The pause after a try; between half of the whole and the whole.
     *
     * @param attempts how many there were, at least 1
     */
    Duration after(int attempts) {
        double whole =
                Math.min(longest.toMillis(), first.toMillis() * Math.pow(2, Math.min(attempts - 1, MOST_DOUBLINGS)));
        return Duration.ofMillis((long) (whole * ThreadLocalRandom.current().nextDouble(0.5, 1)));
    }
}
