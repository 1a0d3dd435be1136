package io.deskpulse.alerting.alert.publishing.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deskpulse.alerting.alert.publishing.Message;
import io.deskpulse.alerting.alert.publishing.PublishingSettings;
import io.deskpulse.alerting.alert.publishing.Topic;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The topic in Kafka. A producer that has failed is closed, so that nothing it still holds can be written after what is sent again. For one thread at a time.
 */
@Singleton
class KafkaTopic implements Topic {
    private final Map<String, Object> config;
    private final String topic;
    private Producer<byte[], byte[]> producer;

    KafkaTopic(@Identifier("default-kafka-broker") Map<String, Object> connection, PublishingSettings settings) {
        this.config = producerConfig(connection, settings);
        this.topic = settings.topic();
    }

    @Override
    public synchronized void write(List<Message> messages) {
        try {
            if (producer == null) {
                producer = new KafkaProducer<>(config);
            }
            List<Future<RecordMetadata>> written = new ArrayList<>(messages.size());
            for (Message message : messages) {
                written.add(producer.send(new ProducerRecord<>(
                        topic, message.key().getBytes(UTF_8), message.value().getBytes(UTF_8))));
            }
            producer.flush();
            for (Future<RecordMetadata> each : written) {
                each.get();
            }
        } catch (ExecutionException | KafkaException | IllegalStateException e) {
            close();
            Throwable cause = e instanceof ExecutionException ? e.getCause() : e;
            throw new Unwritten(
                    "Kafka cannot be written to: " + cause.getClass().getSimpleName());
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new Unwritten("stopped while sending");
        }
    }

    @PreDestroy
    synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }

    private static Map<String, Object> producerConfig(Map<String, Object> connection, PublishingSettings settings) {
        Map<String, Object> config = new HashMap<>(connection);
        config.put(ProducerConfig.CLIENT_ID_CONFIG, "alerting-alerts");
        config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        // What is deleted from the outbox is in every replica in sync, once and in order.
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        // A whole turn is at hand when it is sent: nothing is gained by waiting for more.
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int)
                settings.deliveryTimeout().toMillis());
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int)
                settings.requestTimeout().toMillis());
        config.put(
                ProducerConfig.MAX_BLOCK_MS_CONFIG, settings.deliveryTimeout().toMillis());
        return config;
    }
}
