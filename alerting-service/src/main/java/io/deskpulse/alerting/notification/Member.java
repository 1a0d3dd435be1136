package io.deskpulse.alerting.notification;

import io.deskpulse.alerting.alert.Labels;
import java.time.Instant;
import java.util.Optional;

/**
 * An alert in a group, as far as decisions need it. Immutable.
 *
 * @param active whether it fires now
 * @param acknowledgedAt when somebody took care of it; null where nobody has
 * @param held why it was held back when the group was looked at last, as the log has it; null where it was not
 */
public record Member(String fingerprint, Labels labels, boolean active, Instant acknowledgedAt, String held) {
    public Optional<Instant> acknowledged() {
        return Optional.ofNullable(acknowledgedAt);
    }
}
