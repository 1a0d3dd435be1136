package io.deskpulse.alerting.notification;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * What one receiver knows of one group. Immutable.
 *
 * @param sentAt when it was told last; null for never
 * @param firing fingerprints of the alerts that it takes to be firing
 * @param acknowledged those among them that it knows somebody takes care of
 * @param attempt what is being sent, or was tried last and failed; null for nothing
 * @param failures how often in a row it could not be told
 * @param retryAt it is not tried before; null for at once
 */
public record Told(
        String receiver,
        Instant sentAt,
        Set<String> firing,
        Set<String> acknowledged,
        Attempt attempt,
        int failures,
        Instant retryAt) {
    public Told {
        acknowledged = Set.copyOf(acknowledged);
        firing = Set.copyOf(firing);
    }

    /**
     * A notification on its way.
     *
     * @param id the same each time that the same is tried
     * @param firing fingerprints of the alerts that fire by it
     * @param ended those that have ended by it
     * @param doubtful whether the receiver may have got it although nobody knows
     */
    public record Attempt(UUID id, Set<String> firing, Set<String> ended, boolean doubtful) {
        public Attempt {
            firing = Set.copyOf(firing);
            ended = Set.copyOf(ended);
        }

        boolean says(Set<String> otherFiring, Set<String> otherEnded) {
            return firing.equals(otherFiring) && ended.equals(otherEnded);
        }
    }

    static Told nothing(String receiver) {
        return new Told(receiver, null, Set.of(), Set.of(), null, 0, null);
    }

    /** What it may have been told is firing without anybody knowing. */
    Set<String> doubted() {
        return attempt != null && attempt.doubtful() ? attempt.firing() : Set.of();
    }

    /** What it knows is firing for certain: it may have been told the end of some without anybody knowing. */
    Set<String> certain() {
        Set<String> known = new HashSet<>(firing);
        if (attempt != null && attempt.doubtful()) {
            known.removeAll(attempt.ended());
        }
        return known;
    }

    /** Whether it knows of an alert, or may. */
    boolean knows(String fingerprint) {
        return firing.contains(fingerprint) || doubted().contains(fingerprint);
    }

    Told trying(Attempt next) {
        return new Told(receiver, sentAt, firing, acknowledged, next, failures, retryAt);
    }

    /** It knows now; {@code attended} are all alerts of the group that somebody takes care of. */
    Told sent(Instant now, Set<String> attended) {
        Set<String> known = new HashSet<>(firing);
        known.removeAll(attempt.ended());
        known.addAll(attempt.firing());
        Set<String> care = new HashSet<>(known);
        care.retainAll(attended);
        return new Told(receiver, now, known, care, null, 0, null);
    }

    /** It will be tried again; {@code doubtful} where it may have arrived. */
    Told failed(boolean doubtful, Instant next) {
        Attempt last = new Attempt(attempt.id(), attempt.firing(), attempt.ended(), doubtful);
        return new Told(receiver, sentAt, firing, acknowledged, last, failures + 1, next);
    }

    /** Whether there is nothing to remember. */
    public boolean empty() {
        return firing.isEmpty() && attempt == null;
    }
}
