package io.deskpulse.alerting.trial.file;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be at a moment. Immutable.
 *
 * @param at after the begin of the test
 * @param firing all alerts that people are told of then
 * @param pending all that are breached for not long enough; empty where it does not matter
 */
record Expectation(Duration at, List<Alert> firing, Optional<List<Alert>> pending) {
    Expectation {
        firing = List.copyOf(firing);
    }

    /**
     * An alert as it is to be.
     *
     * @param labels those that matter
     * @param annotations those that matter, by name and then by language
     */
    record Alert(String rule, Map<String, String> labels, Map<String, Map<String, String>> annotations) {
        Alert {
            labels = Map.copyOf(labels);
            annotations = Map.copyOf(annotations);
        }
    }
}
