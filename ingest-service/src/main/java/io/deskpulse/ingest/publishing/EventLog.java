package io.deskpulse.ingest.publishing;

import io.deskpulse.contracts.event.Event;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Where accepted events go and are kept. Thread-safe; never blocks. */
public interface EventLog {
    /**
     * Writes events, those of one partition key in their order.
     *
     * @param receivedMillis when they were received
     * @return completes once every one is safely written, or it is certain that this cannot be promised; does not fail
     */
    Uni<Appended> append(List<Entry> entries, long receivedMillis);

    /**
     * One event to write.
     *
     * @param event its attributes
     * @param data the JSON object of its data as it is to be kept; empty for none
     */
    record Entry(Event event, byte[] data) {}
}
