package io.deskpulse.survey.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** How long a person who was asked is left alone. One clock for everything by which people are asked. Stateless. */
final class Fatigue {
    private Fatigue() {}

    /**
     * Until when a person must not be asked, or empty. While an offer lurks that they have not met yet, at least until it expires:
     * were they asked otherwise, they could meet both.
     *
     * @param rest how long a person is left alone; zero for never
     */
    static Optional<Instant> until(Collection<Contact> contacts, Duration rest, Instant now) {
        if (rest.isZero()) {
            return Optional.empty();
        }
        return contacts.stream()
                .map(contact -> contact.lurks(now)
                        ? Optional.of(contact.expiresAt())
                        : contact.askedAt().map(asked -> asked.plus(rest)))
                .flatMap(Optional::stream)
                .max(Instant::compareTo)
                .filter(now::isBefore);
    }
}
