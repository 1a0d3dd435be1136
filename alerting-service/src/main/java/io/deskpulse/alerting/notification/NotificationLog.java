package io.deskpulse.alerting.notification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Every decision that was made about telling people. Calls block; thread-safe. */
public interface NotificationLog {
    /**
     * Which decisions are asked for.
     *
     * @param alert fingerprint
     */
    record Selection(Optional<String> alert, Optional<String> receiver, Optional<Entry.Outcome> outcome) {}

    /** The newest first, older than {@code before}. */
    List<Entry> list(String tenant, Selection selection, Optional<UUID> before, int most);

    /** Forgets what is older; returns how much. */
    int forget(Instant before);
}
