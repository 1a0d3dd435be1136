package io.deskpulse.benchmarks.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the topic of alerts. */
public final class ChangeLog {
    private static final Pattern AT = Pattern.compile("\"at\":\"([^\"]+)\"");
    private static final Pattern TO = Pattern.compile("\"state\":\"([a-z]+)\"");

    private ChangeLog() {}

    /**
     * A change of an alert.
     *
     * @param state what it became
     * @param at the end of the window that was judged
     * @param writtenMillis when Kafka took it
     */
    public record Seen(String state, Instant at, long writtenMillis) {}

    /** All that stands there. */
    public static List<Seen> read(String bootstrapServers) {
        List<Seen> all = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor("alerts").stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> add(record, all));
            }
        }
        return all;
    }

    private static void add(ConsumerRecord<byte[], byte[]> record, List<Seen> all) {
        String json = new String(record.value(), UTF_8);
        Matcher at = AT.matcher(json);
        Matcher to = TO.matcher(json);
        if (at.find() && to.find()) {
            all.add(new Seen(to.group(1), Instant.parse(at.group(1)), record.timestamp()));
        }
    }
}
