package io.deskpulse.localstack.launch;

import io.deskpulse.localstack.node.KafkaProcess;
import io.deskpulse.localstack.process.ServiceProcess;
import io.deskpulse.localstack.service.Service;
import io.deskpulse.localstack.shop.DemoShop;
import io.deskpulse.localstack.stack.LocalStack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that a run consists of, and the order in which it is taken down: demo, services, stack. Thread-safe. */
final class Parts {

    // together under the ten seconds that a person is promised
    private static final Duration DEMO_GRACE = Duration.ofMillis(1_500);
    private static final Duration SERVICE_GRACE = Duration.ofMillis(4_500);

    private final LocalStack<KafkaProcess> stack;
    private final List<Service> services;
    private final Optional<ServiceProcess> demo;
    private volatile DemoShop shop;
    private boolean stopped;

    Parts(LocalStack<KafkaProcess> stack, List<Service> services, Optional<ServiceProcess> demo) {
        this.stack = stack;
        this.services = List.copyOf(services);
        this.demo = demo;
    }

    LocalStack<KafkaProcess> stack() {
        return stack;
    }

    List<Service> services() {
        return services;
    }

    Optional<ServiceProcess> demo() {
        return demo;
    }

    /** The shop lives in this process; it is opened when all else is ready. */
    void opened(DemoShop opened) {
        shop = opened;
    }

    /** Stops all; a second call waits for the first. */
    synchronized void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        if (shop != null) {
            shop.close();
        }
        demo.ifPresent(process -> process.stop(DEMO_GRACE));
        services.parallelStream().forEach(service -> service.process().stop(SERVICE_GRACE));
        stack.close();
    }

    /** The processes whose end ends the run. */
    List<ServiceProcess> vital() {
        var vital = new ArrayList<ServiceProcess>();
        vital.add(stack.kafka().process());
        vital.add(stack.redis().process());
        services.forEach(service -> vital.add(service.process()));
        return vital;
    }

    /** The parts that run, in the order of starting. */
    List<RunState.Part> described() {
        var parts = new ArrayList<RunState.Part>();
        add(stack.kafka().process(), stack.kafka().port(), parts);
        add(stack.redis().process(), stack.redis().port(), parts);
        var postgres = stack.postgres();
        postgres.pid()
                .ifPresent(pid -> parts.add(new RunState.Part(postgres.name(), Running.of(pid), postgres.port())));
        services.forEach(service -> add(service.process(), service.port(), parts));
        demo.ifPresent(process -> add(process, 0, parts));
        if (shop != null) {
            parts.add(new RunState.Part("demo-shop", Running.self(), shop.port()));
        }
        return parts;
    }

    private static void add(ServiceProcess process, int port, List<RunState.Part> parts) {
        if (process.alive()) {
            parts.add(new RunState.Part(process.name(), Running.of(process.pid()), port));
        }
    }
}
