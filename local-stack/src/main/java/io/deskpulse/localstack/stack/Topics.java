package io.deskpulse.localstack.stack;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** The topics of Deskpulse. Services never create them: here it is done for one machine, in {@code deploy/} for a cluster. */
public final class Topics {

    /** Partitions unless asked otherwise; the number is fixed for the life of a topic. */
    public static final int PARTITIONS = 12;

    private static final Map<String, Map<String, String>> SETTINGS = Map.of(
            "interactions", kept(7),
            "journeys", kept(7),
            "measurements", kept(2),
            "alerts", compacted(7),
            "dead-letters", kept(30));

    private Topics() {}

    /**
     * Creates those that are missing, leaves the others as they are, and waits until every new partition answers. A producer
     * that came before might have its first batches refused and the next ones taken: after that Kafka waits for those
     * in between for ever.
     */
    public static void create(String bootstrapServers, int partitions) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            var present = admin.listTopics().names().get();
            var missing = SETTINGS.entrySet().stream()
                    .filter(topic -> !present.contains(topic.getKey()))
                    .map(topic -> new NewTopic(topic.getKey(), partitions, (short) 1).configs(topic.getValue()))
                    .toList();
            admin.createTopics(missing).all().get();
            admin.listOffsets(ends(missing)).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "cannot create the topics: " + e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static Map<TopicPartition, OffsetSpec> ends(List<NewTopic> topics) {
        return topics.stream()
                .flatMap(topic -> IntStream.range(0, topic.numPartitions())
                        .mapToObj(number -> new TopicPartition(topic.name(), number)))
                .collect(Collectors.toMap(partition -> partition, any -> OffsetSpec.latest()));
    }

    /** What Kafka is told of each topic, by its name. */
    public static Map<String, Map<String, String>> settings() {
        return SETTINGS;
    }

    /** The names of all topics. */
    public static List<String> names() {
        return SETTINGS.keySet().stream().sorted().toList();
    }

    private static Map<String, String> kept(int days) {
        return Map.of("retention.ms", String.valueOf(Duration.ofDays(days).toMillis()));
    }

    private static Map<String, String> compacted(int days) {
        return Map.of(
                "retention.ms", String.valueOf(Duration.ofDays(days).toMillis()), "cleanup.policy", "compact,delete");
    }
}
