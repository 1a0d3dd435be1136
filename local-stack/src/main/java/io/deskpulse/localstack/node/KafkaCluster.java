package io.deskpulse.localstack.node;

import io.deskpulse.localstack.process.Patience;
import io.deskpulse.localstack.process.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Uuid;

/**
 * Three Kafka nodes, each broker and controller and a process that can be killed, frozen and started again on its ports and data. Every record has three
 * copies and is acknowledged when two hold it, so one node may be away.
 */
public final class KafkaCluster implements AutoCloseable {

    /** Copies of each record. */
    public static final int COPIES = 3;

    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final List<KafkaProcess> brokers;

    private KafkaCluster(List<KafkaProcess> brokers) {
        this.brokers = brokers;
    }

    /**
     * On random free ports, with data and logs in these folders.
     *
     * @param heap the greatest heap of each node, e.g. {@code 320m}
     */
    public static KafkaCluster in(Path data, Path logs, String heap) {
        var id = Uuid.randomUuid().toString();
        var controllers =
                IntStream.range(0, COPIES).mapToObj(any -> Ports.free()).toList();
        return new KafkaCluster(IntStream.rangeClosed(1, COPIES)
                .mapToObj(node -> {
                    var name = "kafka-" + node;
                    var settings =
                            new KafkaSettings(Ports.free(), data.resolve(name), new KafkaQuorum(id, node, controllers));
                    return new KafkaProcess(name, settings, heap, logs.resolve(name + ".log"));
                })
                .toList());
    }

    /** Starts all nodes and returns when they know each other. */
    public KafkaCluster start() {
        brokers.forEach(broker -> broker.process().start());
        brokers.forEach(KafkaProcess::awaitReady);
        try (var admin = admin()) {
            Patience.until(
                    "Kafka nodes that know each other",
                    LIMIT,
                    () -> answer(admin.describeCluster().nodes()).size() == COPIES);
        }
        return this;
    }

    public List<KafkaProcess> brokers() {
        return brokers;
    }

    public String bootstrapServers() {
        return brokers.stream().map(broker -> Ports.HOST + ":" + broker.port()).collect(Collectors.joining(","));
    }

    /** Starts the nodes that are dead, and returns when they answer. */
    public void bringBack() {
        brokers.stream().filter(broker -> !broker.process().alive()).forEach(KafkaProcess::start);
    }

    /** The broker that takes the records of a partition now. */
    public KafkaProcess leaderOf(String topic, int partition) {
        try (var admin = admin()) {
            var leader = describe(admin, topic).partitions().get(partition).leader();
            return brokers.stream()
                    .filter(broker -> broker.port() == leader.port())
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Returns when every broker holds every record of a topic. */
    public void awaitAllInSync(String topic) {
        try (var admin = admin()) {
            Patience.until("all copies of " + topic, LIMIT, () -> describe(admin, topic).partitions().stream()
                    .allMatch(partition -> partition.isr().size() == COPIES));
        }
    }

    @Override
    public void close() {
        brokers.parallelStream().forEach(KafkaProcess::stop);
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", bootstrapServers()));
    }

    private static TopicDescription describe(Admin admin, String topic) {
        return answer(admin.describeTopics(List.of(topic)).allTopicNames()).get(topic);
    }

    private static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka: " + e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
