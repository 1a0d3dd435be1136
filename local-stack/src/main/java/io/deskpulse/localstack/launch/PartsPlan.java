package io.deskpulse.localstack.launch;

import io.deskpulse.localstack.process.JavaCommand;
import io.deskpulse.localstack.process.ServiceProcess;
import io.deskpulse.localstack.service.ServiceBench;
import io.deskpulse.localstack.service.ServiceKind;
import io.deskpulse.localstack.stack.LocalStack;
import io.deskpulse.localstack.token.KeySet;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Sets up the parts of a run: the stack, every service that is built, and the demo if it is wanted and built. */
record PartsPlan(Layout layout, PortPlan ports, KeySet keys, boolean demo) {

    private static final String KAFKA_HEAP = System.getenv().getOrDefault("DESKPULSE_KAFKA_HEAP", "768m");
    private static final String DEMO_HEAP = "128m";
    private static final String DEMO_MAIN = "io.deskpulse.simulator.Main";

    /** The only metrics-service here keeps its name: the next one need not wait until Kafka misses it. Others do not read it. */
    private static final Map<String, String> INSTANCE = Map.of("deskpulse.metrics.instance", "run");

    /** All parts, none of them started. */
    Parts create() {
        var stack = LocalStack.ofProcesses(ports.stack(layout.folder()), KAFKA_HEAP);
        var bench = new ServiceBench(layout.repository(), stack.addresses(), keys.publicKeys(), layout.logs());
        var services = ServiceKind.builtIn(layout.repository()).stream()
                .map(kind -> bench.service(kind, kind.name(), ports.of(kind), INSTANCE))
                .toList();
        return new Parts(stack, services, demo ? simulator() : Optional.empty());
    }

    private Optional<ServiceProcess> simulator() {
        var classes = layout.repository().resolve("desk-simulator/target/classes");
        if (!Files.exists(classes.resolve(DEMO_MAIN.replace('.', '/') + ".class"))) {
            return Optional.empty();
        }
        var tokens = new TokensFile(keys, Clock.systemUTC(), ports);
        return Optional.of(new ServiceProcess(JavaCommand.ofMain(DEMO_MAIN, classes, DEMO_HEAP)
                .environment(tokens.ofDemo())
                // beside the data: what is forgotten with it is told again
                .argument("--position")
                .argument(layout.data().resolve("demo-position").toString())
                .named("demo", layout.logs().resolve("demo.log"))));
    }
}
