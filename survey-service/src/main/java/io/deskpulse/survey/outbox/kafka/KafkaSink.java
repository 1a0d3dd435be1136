package io.deskpulse.survey.outbox.kafka;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.deskpulse.contracts.event.Event;
import io.deskpulse.contracts.kafka.KafkaEvents;
import io.deskpulse.kit.tracing.Step;
import io.deskpulse.kit.tracing.Tracing;
import io.deskpulse.survey.outbox.Message;
import io.deskpulse.survey.outbox.Sink;
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
 * Writes messages to Kafka as CloudEvents. A producer that has failed is closed, so that nothing it still holds can be
 * written after what is sent again. For one thread at a time.
 */
@Singleton
class KafkaSink implements Sink {
    static final String SOURCE = "/deskpulse/survey-service";

    private final Map<String, Object> config;
    private final String topic;
    private final Tracing tracing;
    private Producer<byte[], byte[]> producer;

    KafkaSink(
            @Identifier("default-kafka-broker") Map<String, Object> connection,
            KafkaSettings settings,
            Tracing tracing) {
        this.tracing = tracing;
        this.config = producerConfig(connection, settings);
        this.topic = settings.topic();
    }

    @Override
    public synchronized void take(List<Message> messages) throws Failed {
        List<Step> steps = new ArrayList<>();
        try {
            write(messages, steps);
        } catch (Failed e) {
            steps.forEach(step -> step.failed(e.getCause().getClass().getName()));
            throw e;
        } finally {
            steps.forEach(Step::end);
        }
    }

    private void write(List<Message> messages, List<Step> steps) throws Failed {
        try {
            if (producer == null) {
                producer = new KafkaProducer<>(config);
            }
            List<Future<RecordMetadata>> written = new ArrayList<>(messages.size());
            for (Message message : messages) {
                written.add(producer.send(record(message, steps)));
            }
            producer.flush();
            for (Future<RecordMetadata> each : written) {
                each.get();
            }
        } catch (ExecutionException | KafkaException | IllegalStateException e) {
            close();
            Throwable cause = e instanceof ExecutionException ? e.getCause() : e;
            throw new Failed("Kafka cannot be written to: " + cause.getClass().getSimpleName(), cause);
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new Failed("stopped while sending", e);
        }
    }

    @PreDestroy
    synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }

    /** What is traced carries on its trace from here: it may have waited long. */
    private ProducerRecord<byte[], byte[]> record(Message message, List<Step> steps) {
        ProducerRecord<byte[], byte[]> record = record(message);
        Step step = tracing.send(message.trace(), topic);
        if (step.traced()) {
            record.headers().add(Tracing.HEADER, step.traceparent().getBytes(US_ASCII));
            steps.add(step.with("messaging.message.id", message.id()));
        }
        return record;
    }

    private ProducerRecord<byte[], byte[]> record(Message message) {
        long millis = message.time().toEpochMilli();
        Event event =
                new Event(message.tenant(), SOURCE, message.id(), message.type(), message.subject(), millis, null);
        return KafkaEvents.record(topic, null, event, message.key(), message.data(), millis);
    }

    private static Map<String, Object> producerConfig(Map<String, Object> connection, KafkaSettings settings) {
        Map<String, Object> config = new HashMap<>(connection);
        config.put(ProducerConfig.CLIENT_ID_CONFIG, "survey-outbox");
        config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        // What is deleted from the outbox is in every replica in sync, once and in order.
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, settings.compression());
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
