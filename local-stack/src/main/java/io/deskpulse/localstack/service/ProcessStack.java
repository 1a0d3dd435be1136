package io.deskpulse.localstack.service;

import io.deskpulse.localstack.node.KafkaProcess;
import io.deskpulse.localstack.process.Ports;
import io.deskpulse.localstack.stack.LocalStack;
import io.deskpulse.localstack.stack.StackPlan;
import io.deskpulse.localstack.stack.Topics;
import io.deskpulse.localstack.token.KeySet;
import io.deskpulse.localstack.token.Token;
import io.deskpulse.localstack.token.TokenMint;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A whole Deskpulse on random free ports for end-to-end tests and benchmarks, in which every process can be killed, frozen and restarted on the same port and data.
 *
 * <pre>{@code
 * try (var deskpulse = ProcessStack.start(repository, folder)) {
 *     var metrics = deskpulse.start("metrics-service");
 *     metrics.process().kill9();
 *     metrics.start();
 *     deskpulse.stack().kafka().process().freeze();
 * }
 * }</pre>
 */
public final class ProcessStack implements AutoCloseable {

    private static final String KAFKA_HEAP = "768m";

    private final LocalStack<KafkaProcess> stack;
    private final KeySet keys;
    private final ServiceBench bench;
    private final List<Service> services = new ArrayList<>();

    private ProcessStack(Path repository, LocalStack<KafkaProcess> stack, KeySet keys, Path logs) {
        this.stack = stack;
        this.keys = keys;
        this.bench = new ServiceBench(repository, stack.addresses(), keys.publicKeys(), logs);
        // a test run that is cut short must not leave servers behind
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop-process-stack"));
    }

    /** Starts Kafka, Redis and Postgres with data under {@code folder}; services are started one by one. */
    public static ProcessStack start(Path repository, Path folder) {
        var stack = LocalStack.ofProcesses(StackPlan.forTests(folder, Topics.PARTITIONS), KAFKA_HEAP);
        var keys = KeySet.in(folder.resolve("keys"));
        var all = new ProcessStack(repository.toAbsolutePath().normalize(), stack, keys, folder.resolve("logs"));
        stack.start();
        return all;
    }

    /** Starts the first instance of a service and returns when it is ready. */
    public Service start(String service) {
        return start(service, service, Map.of());
    }

    /** Starts an instance under a name of its own, with configuration properties that win, and returns when it is ready. */
    public Service start(String service, String instance, Map<String, String> extra) {
        var created = bench.service(ServiceKind.of(service), instance, Ports.free(), extra);
        synchronized (services) {
            services.add(created);
        }
        return created.start();
    }

    /** The environment variables that let a service join this stack that is started by others than us. */
    public Map<String, String> environment(String service, int port, Map<String, String> extra) {
        return bench.environment(ServiceKind.of(service), port, extra);
    }

    /** Kafka and Redis as processes, Postgres, and where they listen. */
    public LocalStack<KafkaProcess> stack() {
        return stack;
    }

    /** A bearer token that all services of this stack accept for a day. */
    public String token(String tenant, String... scopes) {
        return token(new Token(tenant, List.of(scopes), Duration.ofDays(1)));
    }

    /** A bearer token that says what it is told to. */
    public String token(Token token) {
        return new TokenMint(keys, Clock.systemUTC()).mint(token);
    }

    /** Stops the services, then the stack. */
    @Override
    public void close() {
        synchronized (services) {
            services.forEach(service -> wake(service));
            services.parallelStream().forEach(Service::close);
            services.clear();
        }
        stack.close();
    }

    /** A frozen process would not see the request to stop. */
    private static void wake(Service service) {
        if (service.process().alive()) {
            service.process().resume();
        }
    }
}
