package io.deskpulse.alerting.outgoing;

import java.time.Duration;
import java.util.Optional;

/** What became of a call. */
public sealed interface Reply {
    /**
     * There is an answer.
     *
     * @param retryAfter how long the answer asks to wait
     * @param body the beginning of it, as text
     */
    record Answered(int status, Optional<Duration> retryAfter, String body) implements Reply {
        /** 2xx. */
        public boolean success() {
            return status >= 200 && status < 300;
        }

        @Override
        public String toString() {
            return "status " + status;
        }
    }

    /**
     * There is none; it may be otherwise later.
     *
     * @param reason {@code host-unknown}, {@code connection-refused}, {@code connect-timeout} or {@code tls-failed} where nothing has arrived;
     *     {@code timeout} or {@code connection-lost} where something may have
     */
    record Failed(String reason) implements Reply {}

    /** Nothing was sent, and nothing will be: see {@link Blocked}. */
    record Refused(String reason) implements Reply {}
}
