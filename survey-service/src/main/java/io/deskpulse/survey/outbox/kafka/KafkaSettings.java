package io.deskpulse.survey.outbox.kafka;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How events are written to Kafka. Where Kafka is stands in {@code kafka.bootstrap.servers}. */
@ConfigMapping(prefix = "deskpulse.survey.kafka")
public interface KafkaSettings {
    /** The topic. */
    @WithDefault("interactions")
    String topic();

    /** A turn is spread over the partitions: batches of a few events, which cost more to compress than it saves. */
    @WithDefault("none")
    String compression();

    /** How long the events of one turn are tried before the turn fails; well below the minute after which Postgres ends it. */
    @WithDefault("10s")
    Duration deliveryTimeout();

    /** How long one try may take. */
    @WithDefault("4s")
    Duration requestTimeout();
}
