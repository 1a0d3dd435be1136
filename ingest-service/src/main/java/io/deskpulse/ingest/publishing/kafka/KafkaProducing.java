package io.deskpulse.ingest.publishing.kafka;

import io.quarkus.arc.DefaultBean;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The one producer at a time of this instance, up to the shutdown, which sends what is still waiting. */
@Singleton
class KafkaProducing {
    /** Within {@code quarkus.shutdown.timeout}, so that a shutdown stays short when Kafka is away. */
    private static final Duration LAST_SENDS = Duration.ofSeconds(4);

    private final Map<String, Object> connection;
    private final CurrentProducer producer;

    KafkaProducing(@Identifier("default-kafka-broker") Map<String, Object> connection, KafkaSettings settings) {
        this.connection = connection;
        Map<String, Object> config = producerConfig(settings);
        this.producer = new CurrentProducer(() -> new KafkaProducer<>(config));
    }

    CurrentProducer producer() {
        return producer;
    }

    /** How an administrative client reaches the same Kafka. */
    Map<String, Object> adminConfig(Duration timeout) {
        Map<String, Object> config = new HashMap<>(connection);
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) timeout.toMillis());
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) timeout.toMillis());
        config.put(AdminClientConfig.CLIENT_ID_CONFIG, "ingest-probe");
        return config;
    }

    @PreDestroy
    void close() {
        producer.close(LAST_SENDS);
    }

    private Map<String, Object> producerConfig(KafkaSettings settings) {
        Map<String, Object> config = new HashMap<>(connection);
        config.put(ProducerConfig.CLIENT_ID_CONFIG, "ingest");
        config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        // What was answered 2xx is in every replica in sync, once and in order.
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, settings.compression());
        config.put(ProducerConfig.LINGER_MS_CONFIG, (int) settings.linger().toMillis());
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, (int) settings.batch().asLongValue());
        config.put(ProducerConfig.BUFFER_MEMORY_CONFIG, settings.buffer().asLongValue());
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int)
                settings.deliveryTimeout().toMillis());
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int)
                settings.requestTimeout().toMillis());
        // Sending is done on event loops, which must never wait: without metadata or memory it fails at once.
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 0);
        return config;
    }

    @Produces
    @Singleton
    static KafkaState state(Clock clock) {
        return new KafkaState(clock);
    }

    @Produces
    @Singleton
    @DefaultBean
    static Clock clock() {
        return Clock.systemUTC();
    }
}
