package io.deskpulse.alerting.notification;

import java.time.Duration;
import java.util.Optional;

/**
 * Who is to be told of a group now. Immutable.
 *
 * @param repeat after how long the same is told again; empty for never
 * @param level of the escalation, from 1; 0 where there is none
 * @param hearsAcknowledgements whether it is told that somebody takes care
 * @param page whether what fires is told even if it is known: its turn in the escalation has come
 */
record Recipient(String receiver, Optional<Duration> repeat, int level, boolean hearsAcknowledgements, boolean page) {
    /** Who was told before, but is not any more. */
    static Recipient former(Told told, boolean hearsAcknowledgements) {
        return new Recipient(told.receiver(), Optional.empty(), 0, hearsAcknowledgements, false);
    }

    /** The same, but its turn is over. */
    Recipient told() {
        return new Recipient(receiver, repeat, level, hearsAcknowledgements, false);
    }
}
