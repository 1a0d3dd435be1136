package io.deskpulse.localstack.launch;

import io.deskpulse.localstack.alert.AlertTrialFailed;
import io.deskpulse.localstack.alert.DemoAlerts;
import io.deskpulse.localstack.process.LogTail;
import io.deskpulse.localstack.process.ProcessFailed;
import io.deskpulse.localstack.process.ServiceProcess;
import io.deskpulse.localstack.service.Service;
import io.deskpulse.localstack.service.ServiceKind;
import io.deskpulse.localstack.stack.Folders;
import io.deskpulse.localstack.token.KeySet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** One run: checks, starts everything in order, shows figures until it is stopped or a part dies, and takes everything down. */
final class Launch {

    private static final Duration START_LIMIT = Duration.ofSeconds(120);

    private final Layout layout;
    private final Request.Up wanted;
    private final Console console;
    private final PortPlan ports;
    private volatile boolean stopping;

    Launch(Layout layout, Request.Up wanted, Console console) {
        this.layout = layout;
        this.wanted = wanted;
        this.console = console;
        this.ports = new PortPlan(wanted.portOffset());
    }

    int run() {
        if (!clearGround()) {
            return 1;
        }
        var keys = KeySet.in(layout.keys());
        var parts = new PartsPlan(layout, ports, keys, wanted.demo()).create();
        note(parts, false);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> takeDown(parts), "stop-everything"));
        try {
            start(parts, keys);
            watch(parts);
            return 0;
        } catch (RuntimeException e) {
            return stopping ? 0 : told(e);
        }
    }

    /** False when something is in the way, which has been told. */
    private boolean clearGround() {
        var before = RunState.read(layout.state());
        if (before.isPresent() && before.get().launcher().alive()) {
            console.line("Deskpulse already runs here, started by pid "
                    + before.get().launcher().pid() + ".");
            console.line("See ./run status, or end it with ./run stop.");
            return false;
        }
        before.ifPresent(state -> new StopCommand(layout, console).stopLeftOvers(state));
        var taken = ports.taken(ServiceKind.builtIn(layout.repository()));
        if (!taken.isEmpty()) {
            taken.forEach(console::line);
            console.line("Stop what uses it, or move all ports out of the way, e.g. ./run --port-offset 100");
            return false;
        }
        if (wanted.clean()) {
            Folders.delete(layout.data());
            Folders.delete(layout.logs());
            console.line("Forgot all data.");
        }
        return true;
    }

    private void start(Parts parts, KeySet keys) {
        var begun = Instant.now();
        console.line("Starting Kafka, Redis and Postgres (logs: " + layout.shown(layout.logs()) + "/) ...");
        parts.stack().start(node -> ready(node.name(), node.port(), begun));
        note(parts, false);
        parts.services().forEach(service -> service.process().start());
        note(parts, false);
        parts.services().forEach(service -> awaitReady(service, begun));
        var guide = new Guide(layout, ports, keys);
        guide.writeTokens(Clock.systemUTC());
        if (parts.demo().isPresent()) {
            watchDemo(keys);
            parts.demo().get().start();
        } else if (wanted.demo()) {
            console.line("The demo (desk-simulator) is not built: only what you send is counted.");
        }
        parts.opened(new ShopPlan(ports, keys).open(Clock.systemUTC()));
        note(parts, true);
        guide.lines(parts).forEach(console::line);
    }

    /** Without its alerts the demo is one all the same. */
    private void watchDemo(KeySet keys) {
        try {
            new DemoAlerts(AlertTargets.alerting(ports, keys)).make();
        } catch (AlertTrialFailed e) {
            console.line("The demo's alert rules are not there: " + e.getMessage());
        }
    }

    private void awaitReady(Service service, Instant begun) {
        var nextWord = Instant.now().plusSeconds(5);
        var end = Instant.now().plus(START_LIMIT);
        while (true) {
            var condition = StatusReport.readiness(service.port());
            if (condition.equals("up")) {
                ready(service.process().name(), service.port(), begun);
                return;
            }
            if (!service.process().alive()) {
                throw ended(service.process());
            }
            if (Instant.now().isAfter(end)) {
                throw service.process().failed("was not ready within 120 s: " + condition);
            }
            if (Instant.now().isAfter(nextWord)) {
                console.line("  waiting for %s, %s".formatted(service.process().name(), condition));
                nextWord = nextWord.plusSeconds(5);
            }
            pause(Duration.ofMillis(200));
        }
    }

    /** Shows figures until everything is stopped; throws what to tell when a part dies. */
    private void watch(Parts parts) {
        var figures = new LiveFigures(layout, ports);
        var every = Duration.ofSeconds(console.terminal() ? 1 : 10);
        var next = Instant.now();
        var demoTold = false;
        while (true) {
            for (var process : parts.vital()) {
                if (!process.alive()) {
                    throw ended(process);
                }
            }
            if (parts.stack().postgres().pid().isEmpty()) {
                throw new ProcessFailed(
                        "postgres", "ended", LogTail.of(parts.stack().plan().log("postgres"), 15), layout.logs());
            }
            demoTold = demoTold || tellEndOfDemo(parts);
            if (Instant.now().isAfter(next)) {
                var line = figures.line();
                if (stopping) {
                    return;
                }
                console.change(line);
                next = Instant.now().plus(every);
            }
            pause(Duration.ofMillis(250));
        }
    }

    private boolean tellEndOfDemo(Parts parts) {
        var demo = parts.demo();
        if (demo.isEmpty() || demo.get().alive()) {
            return false;
        }
        console.line(demo.get()
                .failed("ended with exit code " + demo.get().exitCode().orElse(-1))
                .getMessage());
        console.line("Everything else goes on; only the demo's events stop.");
        return true;
    }

    private ProcessFailed ended(ServiceProcess process) {
        return process.failed("ended with exit code " + process.exitCode().orElse(-1));
    }

    private int told(RuntimeException e) {
        console.line("");
        console.line(e.getMessage() == null ? e.toString() : e.getMessage());
        console.line(
                "Everything else is stopped now. Mend the cause and call ./run again; ./run --clean if its data is damaged.");
        return 1;
    }

    private void takeDown(Parts parts) {
        stopping = true;
        var begun = Instant.now();
        console.line("Stopping ...");
        parts.stop();
        RunState.forget(layout.state());
        console.line("Stopped in %.1f s. Data stays in %s/ for the next start."
                .formatted(seconds(begun), layout.shown(layout.folder())));
    }

    private void note(Parts parts, boolean started) {
        new RunState(Running.self(), wanted.portOffset(), started, parts.described()).write(layout.state());
    }

    private void ready(String name, int port, Instant begun) {
        console.line("  %-18s ready on port %d after %.1f s".formatted(name, port, seconds(begun)));
    }

    private static double seconds(Instant begun) {
        return Duration.between(begun, Instant.now()).toMillis() / 1000.0;
    }

    private static void pause(Duration time) {
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
