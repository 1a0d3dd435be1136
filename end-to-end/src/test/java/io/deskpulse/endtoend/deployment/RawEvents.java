package io.deskpulse.endtoend.deployment;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

/** Someone who writes into {@code interactions} himself, so that nobody checks what he writes. */
public final class RawEvents implements AutoCloseable {
    private final String tenant;
    private final KafkaProducer<String, String> producer;

    /** @param tenant whose events they claim to be */
    public RawEvents(Deployment deployment, String tenant) {
        this.tenant = tenant;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", deployment.stack().bootstrapServers(), "acks", "all"),
                new StringSerializer(),
                new StringSerializer());
    }

    /** A record without any header. */
    public ProducerRecord<String, String> bare() {
        return new ProducerRecord<>("interactions", tenant + ":c:poisoned", "");
    }

    /** A record with every header that an event has. */
    public ProducerRecord<String, String> event(String type) {
        ProducerRecord<String, String> record = bare();
        put(record, "ce_specversion", "1.0");
        put(record, "ce_id", UUID.randomUUID().toString());
        put(record, "ce_source", "/poison");
        put(record, "ce_type", type);
        put(record, "ce_subject", "poisoned");
        put(record, "ce_time", Instant.now().toString());
        put(record, "ce_tenant", tenant);
        put(record, "content-type", "application/json");
        return record;
    }

    /** An event that lacks one header. */
    public ProducerRecord<String, String> without(String header, String type) {
        ProducerRecord<String, String> record = event(type);
        record.headers().remove(header);
        return record;
    }

    /** Writes a record with this value, and returns where it stands when Kafka has it. */
    public RecordMetadata write(ProducerRecord<String, String> record, String value) {
        ProducerRecord<String, String> full =
                new ProducerRecord<>(record.topic(), null, record.key(), value, record.headers());
        try {
            return producer.send(full).get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }

    private static void put(ProducerRecord<String, String> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
