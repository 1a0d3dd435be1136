package io.deskpulse.endtoend.deployment;

import io.deskpulse.localstack.node.KafkaProcess;
import io.deskpulse.localstack.service.ProcessStack;
import io.deskpulse.localstack.service.Service;
import io.deskpulse.localstack.stack.Folders;
import io.deskpulse.localstack.stack.LocalStack;
import io.deskpulse.localstack.token.Token;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Deskpulse as it is delivered: the packaged services and their stack, each a process that can be killed. One serves all
 * tests of this JVM; tests keep apart by tenant. Logs stay in {@code target/deployment/logs}.
 */
public final class Deployment {
    private static final Path ROOT = Path.of(System.getProperty("deskpulse.root", ".."));
    private static final Path FOLDER = Path.of("target", "deployment").toAbsolutePath();

    /** A dead or frozen owner must be replaced in seconds here, not in Kafka's usual 45. */
    private static final Map<String, String> QUICK_REBALANCE =
            Map.of("kafka.session.timeout.ms", "6000", "kafka.heartbeat.interval.ms", "1500");

    private static Deployment running;

    private final ProcessStack stack;
    private final Service ingest;
    private final Service metrics;
    private Service survey;
    private Service alerting;

    private Deployment() {
        Folders.delete(FOLDER);
        stack = ProcessStack.start(ROOT, FOLDER);
        ingest = stack.start("ingest-service");
        metrics = stack.start("metrics-service", "metrics-service", QUICK_REBALANCE);
    }

    /** The one deployment; the first call starts it, the end of this JVM stops it. */
    public static synchronized Deployment get() {
        if (running == null) {
            running = new Deployment();
        }
        return running;
    }

    public Service ingest() {
        return ingest;
    }

    public Service metrics() {
        return metrics;
    }

    /** The survey-service; started when first asked for. */
    public synchronized Service survey() {
        if (survey == null) {
            survey = stack.start("survey-service");
        }
        return survey;
    }

    /** The alerting-service; started when first asked for. */
    public synchronized Service alerting() {
        if (alerting == null) {
            alerting = stack.start("alerting-service");
        }
        return alerting;
    }

    /** Starts a further alerting-service under this name, with configuration that wins; the caller closes it. */
    public Service startAlerting(String name, Map<String, String> extra) {
        return stack.start("alerting-service", name, extra);
    }

    /** Starts a further survey-service under this name, with configuration that wins; the caller closes it. */
    public Service startSurvey(String name, Map<String, String> extra) {
        return stack.start("survey-service", name, extra);
    }

    /** Starts a further metrics-service under this name; the caller closes it. */
    public Service startStandby(String name) {
        return startStandby(name, Map.of());
    }

    /** Starts a further metrics-service under this name, with configuration that wins; the caller closes it. */
    public Service startStandby(String name, Map<String, String> extra) {
        Map<String, String> all = new HashMap<>(QUICK_REBALANCE);
        all.putAll(extra);
        return stack.start("metrics-service", name, all);
    }

    /** Starts a further ingest-service under this name; the caller closes it. */
    public Service startIngest(String name) {
        return stack.start("ingest-service", name, Map.of());
    }

    public LocalStack<KafkaProcess> stack() {
        return stack.stack();
    }

    public IngestClient ingestOf(String tenant) {
        return ingestOf(tenant, ingest);
    }

    /** Posts to a certain instance. */
    public IngestClient ingestOf(String tenant, Service instance) {
        return new IngestClient(instance.base(), tenant, token(tenant, "ingest:write"));
    }

    public MetricsClient metricsOf(String tenant) {
        return metricsOf(tenant, metrics);
    }

    /** Asks a certain instance. */
    public MetricsClient metricsOf(String tenant, Service instance) {
        return new MetricsClient(instance.base(), token(tenant, "metrics:read", "admin"));
    }

    public String token(Token token) {
        return stack.token(token);
    }

    public String token(String tenant, String... scopes) {
        return stack.token(tenant, scopes);
    }
}
