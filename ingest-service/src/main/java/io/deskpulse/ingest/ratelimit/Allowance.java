package io.deskpulse.ingest.ratelimit;

/**
 * How much a tenant may send: a token bucket, in events.
 *
 * @param eventsPerSecond how fast it fills
 * @param burst how much it holds
 */
public record Allowance(long eventsPerSecond, long burst) {
    public Allowance {
        if (eventsPerSecond < 1) {
            throw new IllegalArgumentException("events-per-second: must be at least 1, is " + eventsPerSecond);
        }
        if (burst < 1) {
            throw new IllegalArgumentException("burst: must be at least 1, is " + burst);
        }
    }

    /** How many are taken at once beyond what is needed, so that few requests ask the shared bucket: 20 ms' worth. */
    long chunk() {
        return Math.max(1, Math.min(eventsPerSecond / 50, burst / 10));
    }

    /** Seconds until an empty bucket is full. */
    public long secondsToFill() {
        return (burst + eventsPerSecond - 1) / eventsPerSecond;
    }
}
