package io.deskpulse.alerting.silence;

import io.deskpulse.alerting.alert.Labels;
import io.deskpulse.alerting.matching.Matchers;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * For a while nobody is told of some alerts. Immutable.
 *
 * @param id ordered by the time it was made
 * @param matchers which; never such that they match an alert without labels
 * @param endsAt when it is over; brought forward when it is expired by hand
 * @param author who wants it
 * @param comment why
 * @param revision grows with each change
 */
public record Silence(
        UUID id,
        String tenant,
        Matchers matchers,
        Instant startsAt,
        Instant endsAt,
        String author,
        String comment,
        Instant createdAt,
        long revision) {
    /** Where it stands at some moment. */
    public enum State {
        PENDING,
        ACTIVE,
        EXPIRED;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public State at(Instant moment) {
        if (!moment.isBefore(endsAt)) {
            return State.EXPIRED;
        }
        return moment.isBefore(startsAt) ? State.PENDING : State.ACTIVE;
    }

    public boolean silences(Labels alert) {
        return matchers.match(alert);
    }

    /** The same as somebody wants it now. */
    Silence changed(Draft draft) {
        return new Silence(
                id,
                tenant,
                draft.matchers(),
                draft.startsAt(),
                draft.endsAt(),
                draft.author(),
                draft.comment(),
                createdAt,
                revision + 1);
    }

    /** The same, over by now; one that has not begun never does. */
    Silence expired(Instant now) {
        return new Silence(
                id,
                tenant,
                matchers,
                startsAt.isAfter(now) ? now : startsAt,
                now,
                author,
                comment,
                createdAt,
                revision + 1);
    }
}
