package io.deskpulse.survey.delivery;

import java.time.Duration;
import java.util.Optional;

/** What became of a try to send something. */
public sealed interface Outcome {
    /** The mail server or the gateway has taken it. */
    record Sent() implements Outcome {}

    /** It may succeed later, not before {@code pause} where there is one. */
    record Later(String reason, Optional<Duration> pause) implements Outcome {
        public Later(String reason) {
            this(reason, Optional.empty());
        }
    }

    /**
     * It will never succeed.
     *
     * @param unreachable whether that lies in the person's address, so that nothing should be sent there again
     */
    record Never(String reason, boolean unreachable) implements Outcome {}
}
