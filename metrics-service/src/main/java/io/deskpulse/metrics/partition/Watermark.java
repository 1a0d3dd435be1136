package io.deskpulse.metrics.partition;

/**
 * The wall-clock time up to which all that Kafka held of a partition is counted. It moves on with the timestamp of the
 * last record counted, since what stood in the log before that record was counted before it; and, when everything up to
 * the end of the log is counted, with the time at which that end was asked for. Never goes back. Thread-safe.
 */
final class Watermark {
    private long endOffset = Long.MAX_VALUE;
    private long endAskedMillis;
    private long reached;
    private long position;

    /**
     * @param position where counting goes on
     */
    Watermark(long reachedMillis, long position) {
        this.reached = reachedMillis;
        this.position = position;
    }

    /** The log was found to end here by a question asked at that time. */
    synchronized void endSeen(long offset, long askedMillis) {
        endOffset = offset;
        endAskedMillis = askedMillis;
    }

    /**
     * Where it stands when all before a position is counted.
     *
     * @param lastTimestampMillis timestamp of the last record counted; {@link Long#MIN_VALUE} without a new one
     * @param nowMillis a record from the future says nothing about the time until now
     */
    synchronized long at(long position, long lastTimestampMillis, long nowMillis) {
        reached = Math.max(reached, Math.min(lastTimestampMillis, nowMillis));
        if (position >= endOffset) {
            reached = Math.max(reached, endAskedMillis);
        }
        return reached;
    }

    /** All before this position is counted. */
    synchronized void counted(long next) {
        position = next;
    }

    /** How many offsets the log goes on behind what is counted, as far as is known. */
    synchronized long lag() {
        return lagAt(position);
    }

    /** How many offsets the log goes on behind a position, as far as is known. */
    synchronized long lagAt(long from) {
        return endOffset == Long.MAX_VALUE ? 0 : Math.max(0, endOffset - from);
    }
}
