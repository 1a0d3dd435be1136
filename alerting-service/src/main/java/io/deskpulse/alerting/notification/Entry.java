package io.deskpulse.alerting.notification;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * A decision about alerts of a group, as the notification log keeps it. Immutable.
 *
 * @param id ordered by time
 * @param receiver whom it concerns; null for all
 * @param reason a word that stays the same over releases
 * @param detail more of it, such as the id of a silence; or null
 * @param alerts fingerprints
 * @param notification id of what was sent; null where nothing was
 * @param attempt how often that was tried, from 1; 0 where nothing was
 * @param level of the escalation, from 1; 0 where there is none
 */
public record Entry(
        UUID id,
        String tenant,
        Instant at,
        String groupKey,
        String receiver,
        Outcome outcome,
        String reason,
        String detail,
        List<String> alerts,
        UUID notification,
        int attempt,
        int level) {
    public Entry {
        alerts = List.copyOf(alerts);
    }

    /** What came of it. */
    public enum Outcome {
        /** The receiver has it. */
        SENT,
        /** It could not be sent yet, and is tried again. */
        RETRY,
        /** The receiver does not take it; it is tried again as late as a repetition. */
        FAILED,
        /** Nobody is told for now. */
        HELD,
        /** Nobody is told at all. */
        DROPPED;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
