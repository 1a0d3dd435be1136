package io.deskpulse.contracts.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deskpulse.contracts.deadletter.DeadLetter;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * Dead letters as Kafka records: key, value and headers of the record as it was, and headers that say where it came from
 * and why it is there ({@code dl_topic}, {@code dl_partition}, {@code dl_offset}, {@code dl_problem}, {@code dl_pointer},
 * {@code dl_detail}). Readers may meet the same one twice; its origin tells. Stateless.
 */
public final class KafkaDeadLetters {
    private KafkaDeadLetters() {}

    /** The record to send. */
    public static ProducerRecord<byte[], byte[]> record(
            String topic, ConsumerRecord<byte[], byte[]> refused, DeadLetter letter) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(topic, null, null, refused.key(), refused.value(), refused.headers());
        Headers headers = record.headers();
        put(headers, "dl_topic", letter.topic());
        put(headers, "dl_partition", Integer.toString(letter.partition()));
        put(headers, "dl_offset", Long.toString(letter.offset()));
        put(headers, "dl_problem", letter.problem());
        put(headers, "dl_pointer", letter.pointer());
        put(headers, "dl_detail", letter.detail());
        return record;
    }

    /** What a record of the topic says; null where it was not written by {@link #record}. */
    public static DeadLetter read(ConsumerRecord<byte[], byte[]> record) {
        String partition = get(record.headers(), "dl_partition");
        String offset = get(record.headers(), "dl_offset");
        if (partition == null || offset == null) {
            return null;
        }
        return new DeadLetter(
                get(record.headers(), "dl_topic"),
                Integer.parseInt(partition),
                Long.parseLong(offset),
                get(record.headers(), "dl_problem"),
                get(record.headers(), "dl_pointer"),
                get(record.headers(), "dl_detail"));
    }

    private static void put(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(UTF_8));
    }

    private static String get(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null ? null : new String(header.value(), UTF_8);
    }
}
