package io.deskpulse.alerting.evaluation.kafka;

import io.deskpulse.alerting.evaluation.EvaluationSettings;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Makes clients out of what stands under {@code kafka.*}. */
@Singleton
class MeasurementClients {
    private final Map<String, Object> common;
    private final EvaluationSettings settings;

    MeasurementClients(@Identifier("default-kafka-broker") Map<String, Object> common, EvaluationSettings settings) {
        this.common = common;
        this.settings = settings;
    }

    /** A member of the group. Where it begins is found by the windows of the rules, not by what the group has committed. */
    Consumer<byte[], byte[]> member() {
        Map<String, Object> properties = reading("alerting-measurements");
        properties.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, settings.group());
        // A killed instance is missed after ten seconds.
        properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        properties.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Reads what it is told to, beside the group. */
    Consumer<byte[], byte[]> reader() {
        return new KafkaConsumer<>(
                reading("alerting-history"), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private Map<String, Object> reading(String client) {
        Map<String, Object> properties = new HashMap<>(common);
        properties.put(ConsumerConfig.CLIENT_ID_CONFIG, client);
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.batch());
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        return properties;
    }

    /** For dead letters, of which there are hardly any. */
    Producer<byte[], byte[]> producer() {
        Map<String, Object> properties = new HashMap<>(common);
        properties.put(ProducerConfig.CLIENT_ID_CONFIG, "alerting-dead-letters");
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 2_000);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
