package io.deskpulse.alerting.receiver;

import java.time.Duration;
import java.util.Optional;

/** Sends notifications, one try each. Calls block for as long as the receiver's timeout; thread-safe. */
public interface Sender {
    Outcome send(Notification notification);

    /** Whether a receiver of that id is there. */
    boolean exists(String tenant, String receiver);

    /** Whether a receiver is to be sent a notification when somebody acknowledges what it was told, as incident systems want it. */
    default boolean hearsAcknowledgements(String tenant, String receiver) {
        return false;
    }

    /** What came of one try. */
    sealed interface Outcome {
        /** The receiver has it. */
        record Sent() implements Outcome {}

        /**
         * It may work later.
         *
         * @param reason a word such as {@code timeout}, {@code status-503}, {@code rate-limited}
         * @param after how long the receiver asked to be left alone
         */
        record Retry(String reason, Optional<Duration> after) implements Outcome {}

        /**
         * It will not work.
         *
         * @param reason a word such as {@code status-404}, {@code address-not-allowed}, {@code unknown-receiver}
         */
        record Refused(String reason) implements Outcome {}
    }
}
