package io.deskpulse.survey.outbox.kafka;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How events are written to Kafka. Where Kafka is stands in {@code kafka.bootstrap.servers}. */
@ConfigMapping(prefix = "deskpulse.survey.kafka")
public interface KafkaSettings {
    /** The topic that events are written to. */
    @WithDefault("interactions")
    String topic();

    /** How batches are compressed, in the words of Kafka. A turn is spread over the partitions: compressing a few events costs more than it saves. */
    @WithDefault("none")
    String compression();

    /** How long the events of one turn are tried before the turn fails; well below the minute after which Postgres ends it. */
    @WithDefault("10s")
    Duration deliveryTimeout();

    /** How long one try may take. */
    @WithDefault("4s")
    Duration requestTimeout();
}
