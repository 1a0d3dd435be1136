package io.deskpulse.alerting.oncall;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody stands in, whoever's turn it is (an override). Immutable.
 *
 * @param id ordered by the time it was made; of two at the same time the later made counts
 * @param receiver who is on call instead
 * @param author who wants it
 */
public record Substitution(UUID id, String receiver, Instant startsAt, Instant endsAt, String author) {
    boolean covers(Instant moment) {
        return !moment.isBefore(startsAt) && moment.isBefore(endsAt);
    }
}
