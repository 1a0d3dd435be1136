package io.deskpulse.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskpulse.endtoend.deployment.Deployment;
import io.deskpulse.endtoend.deployment.Log;
import io.deskpulse.endtoend.deployment.RawEvents;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What nobody checked, written straight into Kafka, is set aside with its reason and holds nothing up. */
class PoisonIT {
    private static final String TENANT = "poison";
    private static final String MESSAGE = "conversation.message";
    private final Deployment deployment = Deployment.get();
    private final RawEvents raw = new RawEvents(deployment, TENANT);

    @AfterEach
    void disconnect() {
        raw.close();
    }

    @Test
    void poisonGoesToDeadLettersAndTheRestIsCounted() {
        Dataset unruly = Dataset.unruly(30);
        Replay replay = new Replay(TENANT);
        List<RecordMetadata> poison = List.of(
                raw.write(raw.event(MESSAGE), "{\"from\":"),
                raw.write(raw.event(MESSAGE), "\u0000\u0001 no JSON"),
                raw.write(raw.event("conversation.whispered"), "{}"),
                raw.write(raw.event(MESSAGE), "{\"from\":\"customer\",\"sentiment\":1.5}"),
                raw.write(raw.event(MESSAGE), "{\"from\":\"parrot\"}"),
                raw.write(raw.event("cost.recorded"), "{\"amount\":\"-1\",\"currency\":\"EUR\"}"),
                raw.write(raw.bare(), "{}"),
                raw.write(raw.without("ce_time", MESSAGE), "{\"from\":\"customer\"}"),
                raw.write(raw.without("ce_subject", MESSAGE), "{\"from\":\"customer\"}"),
                raw.write(raw.without("ce_tenant", MESSAGE), "{\"from\":\"customer\"}"));

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
