package io.deskpulse.metrics.partition;

import java.util.concurrent.CompletionStage;

/** What an owner asks of the log. Thread-safe; nothing here waits. */
public interface PartitionLog {
    /** The offsets that the log holds of a partition at this moment. */
    CompletionStage<Span> span(int partition);

    /** Has deliveries begin at a position, and says so by {@link PartitionOwner#deliveriesBegin}. */
    void readFrom(int partition, long position);

    /** Nothing is to be delivered until the next {@link #readFrom}. */
    void pause(int partition);

    /** All before this position is counted; for those who watch the group's lag. */
    void counted(int partition, long position);

    /**
     * What a log holds.
     *
     * @param start the first offset that was not deleted yet
     * @param end the next offset to be written
     */
    record Span(long start, long end) {}
}
