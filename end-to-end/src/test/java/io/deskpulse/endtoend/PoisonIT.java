package io.deskpulse.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskpulse.endtoend.deployment.Deployment;
import io.deskpulse.endtoend.deployment.Log;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What nobody checked, written straight into Kafka, is set aside with its reason and holds nothing up. */
class PoisonIT {
    private static final String TENANT = "poison";
    private static final String MESSAGE = "conversation.message";
    private final Deployment deployment = Deployment.get();
    private KafkaProducer<String, String> producer;

    @BeforeEach
    void connect() {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", deployment.stack().bootstrapServers(), "acks", "all"),
                new StringSerializer(),
                new StringSerializer());
    }

    @AfterEach
    void disconnect() {
        producer.close();
    }

    @Test
    void poisonGoesToDeadLettersAndTheRestIsCounted() {
        Dataset unruly = Dataset.unruly(30);
        Replay replay = new Replay(TENANT);
        List<RecordMetadata> poison = List.of(
                write(event(MESSAGE), "{\"from\":"),
                write(event(MESSAGE), "\u0000\u0001 no JSON"),
                write(event("conversation.whispered"), "{}"),
                write(event(MESSAGE), "{\"from\":\"customer\",\"sentiment\":1.5}"),
                write(event(MESSAGE), "{\"from\":\"parrot\"}"),
                write(event("cost.recorded"), "{\"amount\":\"-1\",\"currency\":\"EUR\"}"),
                write(record(), "{}"),
                write(without("ce_time"), "{\"from\":\"customer\"}"),
                write(without("ce_subject"), "{\"from\":\"customer\"}"),
                write(without("ce_tenant"), "{\"from\":\"customer\"}"));

        replay.play(unruly.events());

        for (RecordMetadata written : poison) {
            await("dead letter of " + written).atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                ConsumerRecord<String, String> letter = letterOf(written);
                assertThat(letter).as("dead letter of %s", written).isNotNull();
                assertThat(Log.header(letter, "dl_problem")).startsWith("urn:deskpulse:problem:");
                assertThat(Log.header(letter, "dl_detail")).isNotBlank();
            });
        }
        assertThat(lettersOfValue("{\"from\":\"customer\",\"sentiment\":1.5}"))
                .allSatisfy(
                        letter -> assertThat(Log.header(letter, "dl_pointer")).isEqualTo("/data/sentiment"));
        replay.assertSumsAre(unruly);
    }

    private RecordMetadata write(ProducerRecord<String, String> record, String value) {
        ProducerRecord<String, String> full =
                new ProducerRecord<>(record.topic(), null, record.key(), value, record.headers());
        try {
            return producer.send(full).get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ProducerRecord<String, String> record() {
        return new ProducerRecord<>("interactions", TENANT + ":c:poisoned", "");
    }

    private static ProducerRecord<String, String> event(String type) {
        ProducerRecord<String, String> record = record();
        put(record, "ce_specversion", "1.0");
        put(record, "ce_id", UUID.randomUUID().toString());
        put(record, "ce_source", "/poison");
        put(record, "ce_type", type);
        put(record, "ce_subject", "poisoned");
        put(record, "ce_time", Instant.now().toString());
        put(record, "ce_tenant", TENANT);
        put(record, "content-type", "application/json");
        return record;
    }

    private static ProducerRecord<String, String> without(String header) {
        ProducerRecord<String, String> record = event(MESSAGE);
        record.headers().remove(header);
        return record;
    }

    private static void put(ProducerRecord<String, String> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private ConsumerRecord<String, String> letterOf(RecordMetadata written) {
        return Log.read(deployment, "dead-letters").stream()
                .filter(letter -> written.topic().equals(Log.header(letter, "dl_topic")))
                .filter(letter -> Integer.toString(written.partition()).equals(Log.header(letter, "dl_partition")))
                .filter(letter -> Long.toString(written.offset()).equals(Log.header(letter, "dl_offset")))
                .findFirst()
                .orElse(null);
    }

    private List<ConsumerRecord<String, String>> lettersOfValue(String value) {
        return Log.read(deployment, "dead-letters").stream()
                .filter(letter -> value.equals(letter.value()))
                .toList();
    }
}
