package io.deskpulse.metrics.reconciliation.kafka;

import io.deskpulse.metrics.reconciliation.EventLog;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the topic with consumers of its own, in no group: it disturbs no one and commits nothing. */
@ApplicationScoped
class KafkaEventLog implements EventLog {
    private final Map<String, Object> connection;
    private final String topic;

    KafkaEventLog(
            @Identifier("default-kafka-broker") Map<String, Object> connection,
            @ConfigProperty(name = "deskpulse.metrics.topic", defaultValue = "interactions") String topic) {
        this.connection = connection;
        this.topic = topic;
    }

    @Override
    public Reader open(int partition, String tenant) {
        Map<String, Object> config = new HashMap<>(connection);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        return new PartitionReader(consumer, new TopicPartition(topic, partition), tenant);
    }
}
