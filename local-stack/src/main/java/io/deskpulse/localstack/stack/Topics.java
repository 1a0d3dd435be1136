package io.deskpulse.localstack.stack;

import io.deskpulse.localstack.process.Patience;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;

/** The topics of Deskpulse. Services never create them: here it is done for one machine, in {@code deploy/} for a cluster. */
public final class Topics {

    /** Partitions unless asked otherwise; the number is fixed for the life of a topic. */
    public static final int PARTITIONS = 12;

    private static final Duration LIMIT = Duration.ofSeconds(60);

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
        create(bootstrapServers, partitions, 1);
    }

    /** The same with so many copies of each record; all but one of them must hold a record that was acknowledged. */
    public static void create(String bootstrapServers, int partitions, int copies) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            var present = admin.listTopics().names().get();
            var missing = SETTINGS.entrySet().stream()
                    .filter(topic -> !present.contains(topic.getKey()))
                    .map(topic -> new NewTopic(topic.getKey(), partitions, (short) copies)
                            .configs(withCopies(topic.getValue(), copies)))
                    .toList();
            admin.createTopics(missing).all().get();
            Patience.until("topics that every broker knows", LIMIT, () -> answers(admin, missing));
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "cannot create the topics: " + e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Whoever is asked may not have heard of a new topic yet, or of the leaders of its partitions. */
    private static boolean answers(Admin admin, List<NewTopic> topics) throws InterruptedException {
        try {
            admin.listOffsets(ends(topics)).all().get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RetriableException) {
                return false;
            }
            throw new IllegalStateException(
                    "cannot read the new topics: " + e.getCause().getMessage(), e);
        }
    }

    private static Map<String, String> withCopies(Map<String, String> settings, int copies) {
        var all = new HashMap<>(settings);
        all.put("min.insync.replicas", String.valueOf(Math.max(1, copies - 1)));
        return all;
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
