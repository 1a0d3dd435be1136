package io.deskpulse.contracts.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.contracts.deadletter.DeadLetter;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class KafkaDeadLettersTest {
    private static final DeadLetter LETTER =
            new DeadLetter("interactions", 3, 17, "urn:deskpulse:problem:malformed-json", "/data", "Not JSON.");

    @Test
    void keepTheRecordAndSayWhereItCameFrom() {
        ConsumerRecord<byte[], byte[]> refused =
                new ConsumerRecord<>("interactions", 3, 17, "key".getBytes(UTF_8), "value".getBytes(UTF_8));
        refused.headers().add("ce_id", "e-1".getBytes(UTF_8));

        ProducerRecord<byte[], byte[]> letter = KafkaDeadLetters.record("dead-letters", refused, LETTER);

        assertThat(letter.key()).isEqualTo(refused.key());
        assertThat(letter.value()).isEqualTo(refused.value());
        assertThat(letter.headers().lastHeader("ce_id").value()).isEqualTo("e-1".getBytes(UTF_8));
        assertThat(KafkaDeadLetters.read(received(letter))).isEqualTo(LETTER);
    }

    @Test
    void aRecordThatNobodyRefusedIsNone() {
        assertThat(KafkaDeadLetters.read(new ConsumerRecord<>("dead-letters", 0, 0, null, null)))
                .isNull();
    }

    private static ConsumerRecord<byte[], byte[]> received(ProducerRecord<byte[], byte[]> sent) {
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(sent.topic(), 0, 0, sent.key(), sent.value());
        sent.headers().forEach(record.headers()::add);
        return record;
    }
}
