package io.deskpulse.metrics.publishing;

import io.deskpulse.kit.tracing.Tracing;
import io.deskpulse.metrics.cell.Keys;
import io.deskpulse.metrics.counting.Ledger;
import io.deskpulse.metrics.counting.PartitionStore;
import java.time.InstantSource;
import java.util.Map;

/** Sends on what one partition has changed. Used by one thread at a time. */
public final class PartitionPublisher {
    /** While a backlog is drained: a journey is sent once, a cell as often as it has changed in between. */
    private static final int JOURNEYS_FOR_CELLS = 20;

    private final JourneyPublisher journeys;
    private final MeasurementPublisher measurements;
    private final PublishingConfig config;
    private final InstantSource clock;
    private long lastJourneysMillis;
    private long lastMeasurementsMillis;

    /**
     * @param partitions how many the topic of events has
     */
    public PartitionPublisher(
            Keys keys,
            int generation,
            int partitions,
            PartitionStore store,
            Outbound outbound,
            PublishingConfig config,
            Tracing tracing,
            InstantSource clock) {
        this.journeys = new JourneyPublisher(keys, store, outbound, config);
        this.measurements = new MeasurementPublisher(keys, generation, partitions, store, outbound, config, tracing);
        this.config = config;
        this.clock = clock;
    }

    /** The partition was claimed: what is in the store may not be sent yet, whoever put it there. */
    public void begin() {
        journeys.begin();
        measurements.begin();
    }

    /**
     * What is sent next follows from these.
     *
     * @param traces by tenant the header of an event that was just counted
     */
    public void following(Map<String, String> traces) {
        measurements.following(traces);
    }

    /**
     * Goes on with sending where it is time to; does not wait for Kafka.
     *
     * @param ledger as it was last written
     * @param countedUntil the watermark that was written with it
     * @param busy whether a backlog is drained
     */
    public void publish(Ledger ledger, long countedUntil, boolean busy) {
        long now = clock.millis();
        long whileBehind = config.everyWhileBehind().toMillis();
        if (now - lastJourneysMillis >= (busy ? whileBehind / JOURNEYS_FOR_CELLS : 0)) {
            lastJourneysMillis = now;
            journeys.publish(ledger.outboxRevision());
        }
        long pause = busy ? whileBehind : config.every().toMillis();
        if (measurements.hasMore() || now - lastMeasurementsMillis >= pause) {
            lastMeasurementsMillis = now;
            measurements.publish(ledger, countedUntil, now);
        }
    }
}
