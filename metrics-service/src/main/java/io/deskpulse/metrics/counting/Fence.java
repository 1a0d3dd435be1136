package io.deskpulse.metrics.counting;

/**
 * What must stand in the head for a write to happen (docs/decisions/0001). Immutable.
 *
 * @param token random, new with each claim
 * @param revision grows with each write, and never goes back, even when the store does
 */
public record Fence(String token, long revision) {
    /** The fence that the next write leaves behind. */
    public Fence next() {
        return new Fence(token, revision + 1);
    }

    /** As it stands in the head. */
    public String text() {
        return token + ":" + revision;
    }
}
