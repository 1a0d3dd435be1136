package io.deskpulse.kit.outbox;

import java.time.Duration;

/**
 * How a relay goes about it. Immutable.
 *
 * @param lookEvery how often it is looked for what other instances have written
 * @param pause how long to wait after a failure
 * @param batch how many are sent in one turn
 */
public record RelayPace(Duration lookEvery, Duration pause, int batch) {
    public RelayPace {
        if (batch < 1) {
            throw new IllegalArgumentException("batch: must be 1 or more, not " + batch);
        }
    }
}
