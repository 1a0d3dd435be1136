package io.deskpulse.endtoend.deployment;

import io.deskpulse.localstack.node.KafkaProcess;
import io.deskpulse.localstack.process.JavaCommand;
import io.deskpulse.localstack.process.Ports;
import io.deskpulse.localstack.process.ServiceProcess;
import io.deskpulse.localstack.stack.Folders;
import io.deskpulse.localstack.stack.LocalStack;
import io.deskpulse.localstack.stack.StackPlan;
import io.deskpulse.localstack.stack.Topics;
import io.deskpulse.localstack.token.KeySet;
import io.deskpulse.localstack.token.Token;
import io.deskpulse.localstack.token.TokenMint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Deskpulse as it is delivered: the packaged services and their stack, each a process that can be killed. One serves all
 * tests of this JVM; tests keep apart by tenant. Logs stay in {@code target/deployment/logs}.
 */
public final class Deployment {
    private static final Path ROOT = Path.of(System.getProperty("deskpulse.root", ".."));
    private static final Path FOLDER = Path.of("target", "deployment").toAbsolutePath();

    /** A frozen owner must be replaced in seconds here, not in Kafka's usual 45. */
    private static final Map<String, String> QUICK_REBALANCE =
            Map.of("kafka.session.timeout.ms", "6000", "kafka.heartbeat.interval.ms", "1500");

    /** Replays are to be as fast as they can. */
    private static final Map<String, String> NO_RATE_LIMIT = Map.of();

    private static Deployment running;

    private final LocalStack<KafkaProcess> stack;
    private final KeySet keys;
    private final TokenMint mint;
    private final Service ingest;
    private final Service metrics;
    private final Service standby;

    private Deployment() {
        stack = LocalStack.ofProcesses(StackPlan.forTests(FOLDER, Topics.PARTITIONS), "512m");
        keys = KeySet.in(FOLDER.resolve("keys"));
        mint = new TokenMint(keys, Clock.systemUTC());
        ingest = service("ingest-service", "ingest", NO_RATE_LIMIT);
        metrics = service("metrics-service", "metrics", QUICK_REBALANCE);
        standby = service("metrics-service", "metrics-standby", QUICK_REBALANCE);
    }

    /** The one deployment; the first call starts it. */
    public static synchronized Deployment get() {
        if (running == null) {
            Folders.delete(FOLDER);
            Deployment deployment = new Deployment();
            Runtime.getRuntime().addShutdownHook(new Thread(deployment::stop));
            deployment.start();
            running = deployment;
        }
        return running;
    }

    public Service ingest() {
        return ingest;
    }

    public Service metrics() {
        return metrics;
    }

    /** A second metrics-service; it runs only while a test needs it. */
    public Service standby() {
        return standby;
    }

    public LocalStack<KafkaProcess> stack() {
        return stack;
    }

    public IngestClient ingestOf(String tenant) {
        return new IngestClient(ingest.uri(), token(tenant, "ingest:write"));
    }

    public MetricsClient metricsOf(String tenant) {
        return new MetricsClient(metrics.uri(), token(tenant, "metrics:read", "admin"));
    }

    /** The same questions, asked at the second metrics-service. */
    public MetricsClient standbyMetricsOf(String tenant) {
        return new MetricsClient(standby.uri(), token(tenant, "metrics:read"));
    }

    public String token(String tenant, String... scopes) {
        return mint.mint(new Token(tenant, List.of(scopes), Duration.ofHours(2)));
    }

    private void start() {
        stack.start();
        ingest.process().start();
        metrics.process().start();
        ingest.awaitReady();
        metrics.awaitReady();
    }

    private void stop() {
        List.of(standby, metrics, ingest).forEach(service -> service.process().close());
        stack.close();
    }

    private Service service(String module, String name, Map<String, String> settings) {
        Path jar = ROOT.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is missing: run ./mvnw verify, or package " + module + " first");
        }
        int port = Ports.free();
        JavaCommand command = JavaCommand.ofJar(jar, "256m")
                .option("-Dquarkus.http.port=" + port)
                .option("-Ddeskpulse.auth.keys=" + keys.publicKeys());
        stack.addresses().configuration("metrics").forEach((key, value) -> command.option("-D" + key + "=" + value));
        settings.forEach((key, value) -> command.option("-D" + key + "=" + value));
        return new Service(new ServiceProcess(command.named(name, stack.plan().log(name))), port);
    }
}
