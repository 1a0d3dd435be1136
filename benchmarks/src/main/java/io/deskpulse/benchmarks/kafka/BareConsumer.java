package io.deskpulse.benchmarks.kafka;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * A program that reads the topic to its end and does nothing but parse each value into a tree. Prints the number of
 * records behind a warm-up of so many, and the nanoseconds that they took.
 */
public final class BareConsumer {
    private BareConsumer() {}

    public static void main(String[] arguments) throws IOException {
        ObjectMapper json = new ObjectMapper();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(arguments[0])) {
            List<TopicPartition> partitions = consumer.partitionsFor(LogWriter.TOPIC).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long end = sum(consumer.endOffsets(partitions).values());
            long read = 0;
            long fields = 0;
            long warmUp = Long.parseLong(arguments[1]);
            long before = 0;
            long began = 0;
            while (read < end) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ofMillis(100));
                if (began == 0 && read >= warmUp) {
                    began = System.nanoTime();
                    before = read;
                }
                for (ConsumerRecord<byte[], byte[]> record : records) {
                    fields += json.readTree(record.value()).size();
                    read++;
                }
            }
            System.out.println("read " + (read - before) + " " + (System.nanoTime() - began) + " " + fields);
        }
    }

    private static long sum(Collection<Long> offsets) {
        return offsets.stream().mapToLong(Long::longValue).sum();
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String bootstrapServers) {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.GROUP_ID_CONFIG,
                        "bare-" + UUID.randomUUID(),
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        5_000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
