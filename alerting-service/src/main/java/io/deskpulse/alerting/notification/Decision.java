package io.deskpulse.alerting.notification;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Whether a receiver is told something now. */
sealed interface Decision {
    /**
     * It is.
     *
     * @param firing fingerprints of what fires
     * @param ended of what has ended; never of what the receiver does not know
     * @param reason a word for the log
     */
    record Tell(Set<String> firing, Set<String> ended, String reason) implements Decision {}

    /**
     * It is not.
     *
     * @param again when that changes by time alone; empty where it does not
     */
    record Wait(Optional<Instant> again) implements Decision {}
}
