package io.deskpulse.metrics.partition;

/** What an owner is doing about its partition. */
public sealed interface Standing {
    /** It takes the partition over; nothing is counted yet. */
    record Claiming() implements Standing {}

    /** It counts. */
    record Counting() implements Standing {}

    /**
     * It could not go on, and will try again.
     *
     * @param reason what was in the way
     */
    record Waiting(String reason) implements Standing {}

    /** The partition is somebody else's. */
    record Stopped() implements Standing {}
}
