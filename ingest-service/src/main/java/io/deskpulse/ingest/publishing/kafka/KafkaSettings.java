package io.deskpulse.ingest.publishing.kafka;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How events are written to Kafka. Where Kafka is stands in {@code kafka.bootstrap.servers}. */
@ConfigMapping(prefix = "deskpulse.ingest.kafka")
public interface KafkaSettings {
    /** The topic that events are written to. */
    @WithDefault("interactions")
    String topic();

    /** How long a record waits for others to share its batch. Every partition has batches of its own, so short waits make small ones. */
    @WithDefault("10ms")
    Duration linger();

    /** The most bytes in a batch. */
    @WithDefault("256K")
    MemorySize batch();

    /** The memory for batches; more than {@link #maxInFlight()} allows, since batches are seldom full. */
    @WithDefault("96M")
    MemorySize buffer();

    /** How batches are compressed, in the words of Kafka; why LZ4 is told in docs/decisions/0008. */
    @WithDefault("lz4")
    String compression();

    /** How long a record is tried before its request is answered with 503. */
    @WithDefault("10s")
    Duration deliveryTimeout();

    /** How long one try may take. */
    @WithDefault("4s")
    Duration requestTimeout();

    /** How many bytes may wait for their acknowledgement; what comes beyond is answered with 503. */
    @WithDefault("48M")
    MemorySize maxInFlight();

    /** How many events may wait for their acknowledgement. */
    @WithDefault("100000")
    int maxInFlightEvents();

    /** How often Kafka is asked whether it is there. */
    @WithDefault("1s")
    Duration probeEvery();
}
