package io.deskpulse.alerting.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * An instance as it stands: the last transition, and what became of it since it began. Immutable.
 *
 * @param fingerprint stands for tenant and labels
 * @param revision grows with each change of this alert
 * @param last how it came to stand as it does
 * @param startedAt when it became pending or, without that, firing; for the current or last episode
 * @param firedAt when it began to fire, in the current or last episode; null where it never did
 * @param resolvedAt when it ended; null while it fires
 * @param acknowledgement null where nobody has
 * @param notes for each name a text that receivers and people have left, such as the id of a ticket
 */
public record Alert(
        String fingerprint,
        long revision,
        Transition last,
        Instant startedAt,
        Instant firedAt,
        Instant resolvedAt,
        Acknowledgement acknowledgement,
        Map<String, String> notes) {
    public Alert {
        notes = Map.copyOf(notes);
    }

    /** Somebody takes care of it; ends with the episode. */
    public record Acknowledgement(String by, Instant at, String comment) {}

    public State state() {
        return last.to();
    }

    public Labels labels() {
        return last.labels();
    }

    public String tenant() {
        return last.tenant();
    }

    public Optional<Acknowledgement> acknowledged() {
        return Optional.ofNullable(acknowledgement);
    }

    /** The same, looked at later without a change of state. */
    public Alert lookedAt(Instant at, Instant decidedAt, Duration held) {
        return new Alert(
                fingerprint,
                revision,
                last.lookedAt(at, decidedAt, held),
                startedAt,
                firedAt,
                resolvedAt,
                acknowledgement,
                notes);
    }

    Alert acknowledged(Acknowledgement given, long newRevision) {
        return new Alert(fingerprint, newRevision, last, startedAt, firedAt, resolvedAt, given, notes);
    }
}
