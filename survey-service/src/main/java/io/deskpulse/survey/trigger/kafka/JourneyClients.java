package io.deskpulse.survey.trigger.kafka;

import io.deskpulse.survey.trigger.TriggerSettings;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Makes consumers out of what stands under {@code kafka.*}. */
@Singleton
class JourneyClients {
    private final Map<String, Object> common;
    private final TriggerSettings settings;

    JourneyClients(@Identifier("default-kafka-broker") Map<String, Object> common, TriggerSettings settings) {
        this.common = common;
        this.settings = settings;
    }

    /** A member of the group. A new group begins with what the topic still has: old closes ask nobody, but tell of offers. */
    Consumer<byte[], byte[]> consumer() {
        Map<String, Object> properties = new HashMap<>(common);
        properties.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        properties.put(ConsumerConfig.CLIENT_ID_CONFIG, "survey-journeys");
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, settings.group());
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.batch());
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        // A killed instance is missed after ten seconds.
        properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        properties.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
