package io.deskpulse.localstack.stack;

import io.deskpulse.localstack.node.KafkaCluster;
import io.deskpulse.localstack.node.PostgresNode;
import io.deskpulse.localstack.node.RedisCluster;
import io.deskpulse.localstack.process.Ports;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Three Kafka nodes with the topics, a Redis Cluster of six, and one Postgres: what Deskpulse runs on where nothing may fail alone. For tests. */
public final class ClusterStack implements AutoCloseable {

    private static final String KAFKA_HEAP = "320m";

    private final KafkaCluster kafka;
    private final RedisCluster redis;
    private final PostgresNode postgres;

    private ClusterStack(Path folder) {
        var data = folder.resolve("data");
        var logs = folder.resolve("logs");
        kafka = KafkaCluster.in(data, logs, KAFKA_HEAP);
        redis = RedisCluster.in(data, logs);
        postgres = new PostgresNode(Ports.free(), data.resolve("postgres"), logs.resolve("postgres.log"), false);
    }

    /** Starts everything and returns when it answers and topics exist. On failure nothing is left running. */
    public static ClusterStack start(Path folder) {
        var stack = new ClusterStack(folder);
        // a test run that is cut short must not leave servers behind
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop-cluster-stack"));
        try {
            CompletableFuture.allOf(
                            CompletableFuture.runAsync(stack.kafka::start),
                            CompletableFuture.runAsync(stack.redis::start),
                            CompletableFuture.runAsync(stack.postgres::start))
                    .join();
            Topics.create(stack.kafka.bootstrapServers(), Topics.PARTITIONS, KafkaCluster.COPIES);
            return stack;
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    public KafkaCluster kafka() {
        return kafka;
    }

    public RedisCluster redis() {
        return redis;
    }

    /** One node of each, which is enough to find the others by. */
    public StackAddresses addresses() {
        return new StackAddresses(
                kafka.brokers().get(0).port(), redis.nodes().get(0).port(), postgres.port());
    }

    /**
     * What a service has to be told beyond {@link #addresses()}: all nodes, that Redis is a cluster, and how soon a node that says nothing is given up
     * (docs/operate/redis-and-kafka.md).
     */
    public Map<String, String> configuration() {
        return Map.of(
                "kafka.bootstrap.servers",
                kafka.bootstrapServers(),
                "quarkus.redis.client-type",
                "cluster",
                "quarkus.redis.hosts",
                redis.uris(),
                "quarkus.redis.tcp.connection-timeout",
                "2s",
                "quarkus.redis.tcp.read-idle-timeout",
                "60s");
    }

    @Override
    public void close() {
        kafka.close();
        redis.close();
        postgres.stop();
    }
}
