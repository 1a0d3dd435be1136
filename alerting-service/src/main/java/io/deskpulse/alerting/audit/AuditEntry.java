package io.deskpulse.alerting.audit;

import java.time.Instant;

/**
 * A change that somebody made. Immutable.
 *
 * @param id grows with time
 * @param before JSON, or null
 * @param after JSON, or null
 */
public record AuditEntry(
        long id, Instant at, String actor, String kind, String thing, String action, String before, String after) {}
