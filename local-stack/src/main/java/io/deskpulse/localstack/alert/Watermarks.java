package io.deskpulse.localstack.alert;

import io.deskpulse.contracts.measurement.CountedUntil;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Watches in Kafka how far counting has come, as the alerting-service sees it: the watermark is the least moment up to which all partitions of interactions are
 * counted. Reads on a thread of its own until it is closed. Thread-safe.
 */
final class Watermarks implements AutoCloseable {

    private static final TopicPartition ANY = new TopicPartition("measurements", 0);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Thread thread = new Thread(this::read, "watermarks");
    private final Map<Integer, CountedUntil> counted = new HashMap<>();
    /** By the watermark, when Kafka had the record that moved it there. */
    private final TreeMap<Long, Instant> moved = new TreeMap<>();

    private volatile boolean closed;

    Watermarks(String kafka) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka,
                        ConsumerConfig.GROUP_ID_CONFIG,
                        "alert-trial-" + UUID.randomUUID(),
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(List.of(ANY));
        consumer.seekToEnd(List.of(ANY));
        consumer.position(ANY);
        thread.setDaemon(true);
        thread.start();
    }

    /** When the watermark passed a moment; empty where it has not. */
    synchronized Optional<Instant> passed(Instant moment) {
        return Optional.ofNullable(moved.ceilingEntry(moment.toEpochMilli())).map(Map.Entry::getValue);
    }

    private void read() {
        try (consumer) {
            while (!closed) {
                consumer.poll(Duration.ofMillis(100)).forEach(this::note);
            }
        }
    }

    private synchronized void note(ConsumerRecord<byte[], byte[]> record) {
        CountedUntil.in(record.value()).ifPresent(until -> {
            counted.put(until.partition(), until);
            if (counted.size() == until.partitions()) {
                var watermark = counted.values().stream()
                        .mapToLong(CountedUntil::countedUntil)
                        .min()
                        .orElseThrow();
                moved.putIfAbsent(watermark, Instant.ofEpochMilli(record.timestamp()));
            }
        });
    }

    @Override
    public void close() {
        closed = true;
    }
}
