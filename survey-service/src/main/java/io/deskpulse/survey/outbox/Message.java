package io.deskpulse.survey.outbox;

import io.deskpulse.contracts.event.EventType;
import java.time.Instant;

/**
 * An event to be told to the other services.
 *
 * @param id the same each time it is sent: readers count it once
 * @param key decides the partition; events with the same key are sent in the order in which they were written
 * @param data the JSON object of its data, in UTF-8
 * @param trace the {@code traceparent} of what it follows from; null where that is not traced
 */
public record Message(
        String tenant, String id, EventType type, String subject, Instant time, byte[] key, byte[] data, String trace) {
    Message following(String traceparent) {
        return new Message(tenant, id, type, subject, time, key, data, traceparent);
    }
}
