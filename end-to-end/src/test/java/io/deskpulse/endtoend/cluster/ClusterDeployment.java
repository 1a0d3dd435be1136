package io.deskpulse.endtoend.cluster;

import io.deskpulse.endtoend.Replay;
import io.deskpulse.endtoend.deployment.IngestClient;
import io.deskpulse.endtoend.deployment.MetricsClient;
import io.deskpulse.localstack.process.Ports;
import io.deskpulse.localstack.service.Service;
import io.deskpulse.localstack.service.ServiceBench;
import io.deskpulse.localstack.service.ServiceKind;
import io.deskpulse.localstack.stack.ClusterStack;
import io.deskpulse.localstack.stack.Folders;
import io.deskpulse.localstack.token.KeySet;
import io.deskpulse.localstack.token.Token;
import io.deskpulse.localstack.token.TokenMint;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Two ingest- and two metrics-services on three Kafka brokers and a Redis Cluster of six, all of them the packaged ones and told of the cluster by configuration
 * only. Logs stay in {@code target/cluster/logs}.
 */
final class ClusterDeployment implements AutoCloseable {
    private static final Path ROOT = Path.of(System.getProperty("deskpulse.root", ".."));
    private static final Path FOLDER = Path.of("target", "cluster").toAbsolutePath();

    private final ClusterStack stack;
    private final KeySet keys;
    private final List<Service> ingest;
    private final List<Service> metrics;

    private ClusterDeployment() {
        Folders.delete(FOLDER);
        stack = ClusterStack.start(FOLDER);
        keys = KeySet.in(FOLDER.resolve("keys"));
        ingest = List.of(service("ingest-service", 1), service("ingest-service", 2));
        metrics = List.of(service("metrics-service", 1), service("metrics-service", 2));
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop-cluster"));
    }

    static ClusterDeployment start() {
        ClusterDeployment deployment = new ClusterDeployment();
        try {
            deployment.services().forEach(service -> service.process().start());
            deployment.awaitReady();
            return deployment;
        } catch (RuntimeException e) {
            deployment.close();
            throw e;
        }
    }

    private Service service(String kind, int number) {
        Map<String, String> extra = new HashMap<>(stack.configuration());
        extra.put("kafka.session.timeout.ms", "6000");
        extra.put("kafka.heartbeat.interval.ms", "1500");
        // so that Postgres is soon ahead of what a replica has
        extra.put("deskpulse.metrics.history.every", "1s");
        return new ServiceBench(ROOT, stack.addresses(), keys.publicKeys(), FOLDER.resolve("logs"))
                .service(ServiceKind.of(kind), kind + "-" + number, Ports.free(), extra);
    }

    ClusterStack stack() {
        return stack;
    }

    /** The metrics-services. */
    List<Service> metrics() {
        return metrics;
    }

    /** Returns when every service says that it is ready. */
    void awaitReady() {
        services().forEach(Service::awaitReady);
    }

    /** Plays events into a tenant through both ingest-services in turn. */
    Replay replay(String tenant) {
        return new Replay(
                tenant,
                new IngestClient(ingest.stream().map(Service::base).toList(), tenant, token(tenant, "ingest:write")),
                new MetricsClient(metrics.get(0).base(), token(tenant, "metrics:read", "admin")));
    }

    /** The position of a partition in Postgres; -1 where none is saved. */
    long savedPosition(int partition) throws SQLException {
        try (var connection = DriverManager.getConnection(stack.addresses().jdbcUrl("metrics"), "metrics", "metrics");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select position from partition_save where generation = 1 and partition = " + partition)) {
            return rows.next() ? rows.getLong(1) : -1;
        }
    }

    @Override
    public void close() {
        services().parallelStream().forEach(Service::close);
        stack.close();
    }

    private List<Service> services() {
        return List.of(ingest.get(0), ingest.get(1), metrics.get(0), metrics.get(1));
    }

    private String token(String tenant, String... scopes) {
        return new TokenMint(keys, Clock.systemUTC()).mint(new Token(tenant, List.of(scopes), Duration.ofDays(1)));
    }
}
