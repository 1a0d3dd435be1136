package io.deskpulse.survey.offer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.UUID;

/**
 * A version of a survey, offered to someone. Immutable.
 *
 * @param context whom it is offered to; its language is the one that was chosen for them
 * @param token whoever has it may answer; never told to anyone else, nor logged
 * @param shownAt or null
 * @param finishedAt or null
 * @param circumstances how it came that this person was asked
 */
public record Offer(
        UUID id,
        String tenant,
        UUID survey,
        int version,
        Context context,
        String token,
        Instant offeredAt,
        Instant expiresAt,
        Instant shownAt,
        Instant finishedAt,
        Circumstances circumstances) {
    /** What events of this offer are about: its conversation, else its customer, else itself. */
    public String subject() {
        if (context.conversation() != null) {
            return context.conversation();
        }
        return context.customer() != null ? context.customer() : id.toString();
    }

    public boolean finished() {
        return finishedAt != null;
    }

    public boolean expired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /** Whether this is its token; takes as long for a wrong one. */
    public boolean opensWith(String presented) {
        return presented != null
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8), presented.getBytes(StandardCharsets.UTF_8));
    }

    Offer shown(Instant now) {
        return new Offer(
                id, tenant, survey, version, context, token, offeredAt, expiresAt, now, finishedAt, circumstances);
    }

    /** The same, answered to the end. */
    public Offer finished(Instant now) {
        return new Offer(
                id, tenant, survey, version, context, token, offeredAt, expiresAt, shownAt, now, circumstances);
    }

    /** Tells nothing of whom it is for: it may end up in a log. */
    @Override
    public String toString() {
        return "offer " + id;
    }
}
