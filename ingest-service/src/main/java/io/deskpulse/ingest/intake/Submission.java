package io.deskpulse.ingest.intake;

import io.deskpulse.contracts.event.reading.Attributes;
import io.deskpulse.contracts.event.reading.EventSlices;

/**
 * What a client sent in one request.
 *
 * @param tenant whose token it came with
 * @param body inflated
 * @param slices where its events stand
 * @param attributes of its one event where the body holds only that event's data (binary mode), else null
 * @param receivedMillis when it was received
 */
public record Submission(String tenant, byte[] body, EventSlices slices, Attributes attributes, long receivedMillis) {
    /** The most bytes of one request, inflated. */
    public static final int MAX_BYTES = 4 * 1024 * 1024;

    /** The most events of one request. */
    public static final int MAX_EVENTS = 5_000;

    /** How many events there are. */
    public int size() {
        return slices.size();
    }
}
