package io.deskpulse.alerting.trial.file;

import java.time.Instant;
import java.util.List;

/**
 * Series, and the alerts that rules are to make of them. Immutable.
 *
 * @param start the begin of minute 0
 */
record TestCase(String name, Instant start, List<Series> series, List<Expectation> expectations) {
    TestCase {
        series = List.copyOf(series);
        expectations = List.copyOf(expectations);
    }
}
