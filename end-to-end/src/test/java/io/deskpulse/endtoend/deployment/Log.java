package io.deskpulse.endtoend.deployment;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What stands in Kafka. */
public final class Log {
    private Log() {}

    /** All records of a topic up to its present end. */
    public static List<ConsumerRecord<String, String>> read(Deployment deployment, String topic) {
        return read(deployment.stack().bootstrapServers(), topic);
    }

    private static List<ConsumerRecord<String, String>> read(String bootstrapServers, String topic) {
        List<ConsumerRecord<String, String>> records = new ArrayList<>();
        try (var consumer = connect(bootstrapServers)) {
            List<TopicPartition> partitions = partitionsOf(topic, consumer);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(500)).forEach(records::add);
            }
        }
        return records;
    }

    /** How many records a topic has ever had. */
    public static long length(Deployment deployment, String topic) {
        try (var consumer = connect(deployment.stack().bootstrapServers())) {
            return consumer.endOffsets(partitionsOf(topic, consumer)).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    /** Source and id of each event of a tenant, with a space between. */
    public static Set<String> idsOf(Deployment deployment, String topic, String tenant) {
        return idsOf(deployment.stack().bootstrapServers(), topic, tenant);
    }

    /** The same of any Kafka. */
    public static Set<String> idsOf(String bootstrapServers, String topic, String tenant) {
        return read(bootstrapServers, topic).stream()
                .filter(record -> tenant.equals(header(record, "ce_tenant")))
                .map(record -> header(record, "ce_source") + " " + header(record, "ce_id"))
                .collect(Collectors.toSet());
    }

    /** A header of a record, or null. */
    public static String header(ConsumerRecord<String, String> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static List<TopicPartition> partitionsOf(String topic, KafkaConsumer<String, String> consumer) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    private static KafkaConsumer<String, String> connect(String bootstrapServers) {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "enable.auto.commit", false),
                new StringDeserializer(),
                new StringDeserializer());
    }
}
