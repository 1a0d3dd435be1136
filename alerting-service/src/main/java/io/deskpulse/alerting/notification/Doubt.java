package io.deskpulse.alerting.notification;

import io.deskpulse.alerting.receiver.Sender;
import java.util.Set;

/** Whether a notification that failed may have arrived all the same; what is paced may have come in a digest. Stateless. */
final class Doubt {
    /** Nothing has left us, or the receiver has said that it did not take it. */
    private static final Set<String> CERTAIN = Set.of(
            "rate-limited",
            "host-unknown",
            "connection-refused",
            "connect-timeout",
            "tls-failed",
            "secrets-unreadable");

    /** Whoever was reached knows no more than we do: the mail server is gone, or a gateway waited in vain. */
    private static final Set<String> NO_ANSWER = Set.of("smtp-away", "status-502", "status-504");

    private Doubt() {}

    static boolean left(Sender.Outcome.Retry retry) {
        String reason = retry.reason();
        boolean answered = reason.startsWith("status-") || reason.startsWith("code-") || reason.startsWith("smtp-");
        return NO_ANSWER.contains(reason) || !answered && !CERTAIN.contains(reason);
    }
}
