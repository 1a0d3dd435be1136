package io.deskpulse.localstack.stack;

import io.deskpulse.localstack.node.EmbeddedKafka;
import io.deskpulse.localstack.node.KafkaProcess;
import io.deskpulse.localstack.node.KafkaSettings;
import io.deskpulse.localstack.node.Node;
import io.deskpulse.localstack.node.PostgresNode;
import io.deskpulse.localstack.node.RedisNode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * Kafka with its topics, Redis, and Postgres with its databases, on one machine and without Docker.
 *
 * @param <K> how Kafka runs: inside this JVM, or as a process that can be killed
 */
public final class LocalStack<K extends Node> implements AutoCloseable {

    private final StackPlan plan;
    private final K kafka;
    private final RedisNode redis;
    private final PostgresNode postgres;

    private LocalStack(StackPlan plan, K kafka) {
        this.plan = plan;
        this.kafka = kafka;
        this.redis = new RedisNode(plan.redisPort(), plan.data("redis"), plan.log("redis"));
        this.postgres =
                new PostgresNode(plan.postgresPort(), plan.data("postgres"), plan.log("postgres"), plan.durable());
    }

    /** A stack whose Kafka runs inside this JVM. */
    public static LocalStack<EmbeddedKafka> embedded(StackPlan plan) {
        return new LocalStack<>(plan, new EmbeddedKafka(kafkaOf(plan)));
    }

    /** A stack whose Kafka is a child JVM with the given greatest heap. */
    public static LocalStack<KafkaProcess> ofProcesses(StackPlan plan, String kafkaHeap) {
        return new LocalStack<>(plan, new KafkaProcess(kafkaOf(plan), kafkaHeap, plan.log("kafka")));
    }

    /** Starts everything at once and returns when it answers and topics and databases exist. On failure nothing is left running. */
    public LocalStack<K> start() {
        return start(node -> {});
    }

    /** The same; each node is reported, from its own thread, as soon as it answers. */
    public LocalStack<K> start(Consumer<Node> ready) {
        try {
            var starts = nodes().stream()
                    .map(node -> CompletableFuture.runAsync(() -> startAndTell(node, ready), LocalStack::inThread))
                    .toList();
            CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new)).join();
            Topics.create(bootstrapServers(), plan.partitions());
            return this;
        } catch (CompletionException e) {
            close();
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Override
    public void close() {
        nodes().parallelStream().forEach(Node::stop);
    }

    public StackPlan plan() {
        return plan;
    }

    public K kafka() {
        return kafka;
    }

    public RedisNode redis() {
        return redis;
    }

    public PostgresNode postgres() {
        return postgres;
    }

    public List<Node> nodes() {
        return List.of(kafka, redis, postgres);
    }

    public String bootstrapServers() {
        return kafkaOf(plan).bootstrapServers();
    }

    /** Where the nodes are, as services are told. */
    public StackAddresses addresses() {
        return new StackAddresses(plan.kafkaPort(), plan.redisPort(), plan.postgresPort());
    }

    private static void startAndTell(Node node, Consumer<Node> ready) {
        node.start();
        ready.accept(node);
    }

    private static void inThread(Runnable task) {
        new Thread(task, "start-node").start();
    }

    private static KafkaSettings kafkaOf(StackPlan plan) {
        return new KafkaSettings(plan.kafkaPort(), plan.controllerPort(), plan.data("kafka"));
    }
}
