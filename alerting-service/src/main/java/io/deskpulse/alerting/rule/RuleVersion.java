package io.deskpulse.alerting.rule;

import java.time.Instant;
import java.util.Optional;

/**
 * A version of a rule, and how it came to be. Immutable.
 *
 * @param changedAt when this version was made
 * @param changedBy who made it
 * @param file where it stands; null for a rule that is kept in the database
 */
public record RuleVersion(Rule rule, Instant changedAt, String changedBy, String file) {
    /** A version of a rule that is kept in the database. */
    public RuleVersion(Rule rule, Instant changedAt, String changedBy) {
        this(rule, changedAt, changedBy, null);
    }

    /** Where a rule stands that only its file can change. */
    public Optional<String> inFile() {
        return Optional.ofNullable(file);
    }
}
