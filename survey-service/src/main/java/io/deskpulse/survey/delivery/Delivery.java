package io.deskpulse.survey.delivery;

import io.deskpulse.survey.offer.Means;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * An offer on its way to the person. Immutable; the address is with the contact.
 *
 * @param offer also names the delivery: an offer is brought by one means
 * @param customer whose contact has the address
 * @param print of the address when it was planned; or null
 * @param attempts how often it was tried; whoever tries counts first, so nobody else ends what they have begun
 * @param dueAt when it is tried next, unless it has ended
 * @param expiresAt when the offer ends, and trying with it
 * @param reason why it is not sent (yet), stable over releases; or null
 * @param endedAt or null
 */
public record Delivery(
        UUID offer,
        String tenant,
        UUID survey,
        Means means,
        String customer,
        String print,
        State state,
        int attempts,
        Instant dueAt,
        Instant expiresAt,
        String reason,
        Instant plannedAt,
        Instant endedAt) {
    /** How far it is. */
    public enum State {
        /** To be sent, now or after a pause. */
        WAITING,
        /** Taken by the mail server or the gateway. */
        SENT,
        /** Never to be sent. */
        FAILED;

        /** As answers and rows name it. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Delivery sent(Instant now) {
        return with(State.SENT, dueAt, null, now);
    }

    Delivery failed(String why, Instant now) {
        return with(State.FAILED, dueAt, why, now);
    }

    Delivery again(String why, Instant at) {
        return with(State.WAITING, at, why, null);
    }

    private Delivery with(State other, Instant due, String why, Instant ended) {
        return new Delivery(
                offer, tenant, survey, means, customer, print, other, attempts, due, expiresAt, why, plannedAt, ended);
    }
}
