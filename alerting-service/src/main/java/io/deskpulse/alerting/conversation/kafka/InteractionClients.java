package io.deskpulse.alerting.conversation.kafka;

import io.deskpulse.alerting.conversation.ConversationSettings;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Makes consumers out of what stands under {@code kafka.*}. */
@Singleton
class InteractionClients {
    /** A start that has much to remember is no failure. */
    private static final Duration LONGEST_TURN = Duration.ofMinutes(15);

    private final Map<String, Object> common;
    private final ConversationSettings settings;

    InteractionClients(@Identifier("default-kafka-broker") Map<String, Object> common, ConversationSettings settings) {
        this.common = common;
        this.settings = settings;
    }

    /** A member of the group. A new group begins with what comes: nobody is paged for the past. */
    Consumer<byte[], byte[]> member() {
        Map<String, Object> properties = properties("alerting-conversations");
        properties.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, settings.group());
        properties.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, (int) LONGEST_TURN.toMillis());
        // A killed instance is missed after six seconds, the least that brokers allow unless told otherwise.
        properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000);
        properties.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 1_500);
        return make(properties);
    }

    /** One without a group, for looking back. */
    Consumer<byte[], byte[]> reader() {
        return make(properties("alerting-conversations-memory"));
    }

    private Map<String, Object> properties(String client) {
        Map<String, Object> properties = new HashMap<>(common);
        properties.put(ConsumerConfig.CLIENT_ID_CONFIG, client);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        return properties;
    }

    private static Consumer<byte[], byte[]> make(Map<String, Object> properties) {
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
