package io.deskpulse.survey.policy;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * An earlier offer to a person, as far as it has tired them or still can.
 *
 * @param sent whether it was brought to the person, by e-mail or text message: then being offered is being asked
 * @param shownAt or null
 * @param answeredAt when it was last answered or finished; or null
 */
public record Contact(
        UUID survey, boolean sent, Instant offeredAt, Instant expiresAt, Instant shownAt, Instant answeredAt) {
    /**
     * When the person was last asked by it; empty while that may never have been. What waits in a widget or behind a link that
     * nobody opened has asked nobody.
     */
    public Optional<Instant> askedAt() {
        return Stream.of(sent ? offeredAt : null, shownAt, answeredAt)
                .flatMap(Stream::ofNullable)
                .max(Instant::compareTo);
    }

    /** Whether the person has not met it yet and still may, at any moment. */
    public boolean lurks(Instant now) {
        return askedAt().isEmpty() && now.isBefore(expiresAt);
    }
}
