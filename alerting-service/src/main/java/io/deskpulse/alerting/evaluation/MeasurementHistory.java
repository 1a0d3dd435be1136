package io.deskpulse.alerting.evaluation;

import java.time.Instant;
import java.util.function.Predicate;

/** What the topic of measurements still holds. Calls block; thread-safe. */
public interface MeasurementHistory {
    /**
     * Reads the partition of a tenant again, in its order, up to where it ends now or the reader has enough.
     *
     * @param from records that Kafka took since
     * @param each false ends it
     * @throws HistoryUnavailable where Kafka cannot be reached
     */
    void read(String tenant, Instant from, Predicate<Item> each);

    /**
     * A record.
     *
     * @param at when Kafka took it
     */
    record Item(Instant at, byte[] value) {}
}
