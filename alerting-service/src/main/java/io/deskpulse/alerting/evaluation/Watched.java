package io.deskpulse.alerting.evaluation;

import io.deskpulse.alerting.alert.Labels;
import io.deskpulse.alerting.instance.Standing;
import java.time.Instant;
import java.util.Map;

/** One group of a rule, with where its instance stands. Mutable, not thread-safe. */
final class Watched {
    final Map<String, String> group;
    final Labels labels;
    Standing standing;
    /** When its last transition was decided, by the wall clock. */
    Instant decidedAt = Instant.MIN;
    /** Evaluations in a row without any cell of it. */
    int missing;

    Watched(Map<String, String> group, Labels labels, Standing standing) {
        this.group = group;
        this.labels = labels;
        this.standing = standing;
    }
}
