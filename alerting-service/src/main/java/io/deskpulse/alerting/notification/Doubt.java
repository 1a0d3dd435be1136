package io.deskpulse.alerting.notification;

import io.deskpulse.alerting.receiver.Sender;
import java.util.Set;

/** Whether a notification that failed may have arrived all the same. Stateless. */
final class Doubt {
    /** Nothing has left us, or the receiver has said that it did not take it. */
    private static final Set<String> CERTAIN =
            Set.of("rate-limited", "host-unknown", "connection-refused", "tls-failed", "secrets-unreadable");

    private Doubt() {}

    static boolean left(Sender.Outcome.Retry retry) {
        return !retry.reason().startsWith("status-") && !CERTAIN.contains(retry.reason());
    }
}
