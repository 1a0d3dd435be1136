package io.deskpulse.localstack.launch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;

/** Stops a run from another shell, or what a killed one left behind. */
final class StopCommand {

    private static final Duration LAUNCHER_GRACE = Duration.ofSeconds(20);
    private static final Duration PART_GRACE = Duration.ofSeconds(6);

    private final Layout layout;
    private final Console console;

    StopCommand(Layout layout, Console console) {
        this.layout = layout;
        this.console = console;
    }

    int run() {
        var state = RunState.read(layout.state());
        if (state.isEmpty()) {
            console.line("Nothing runs here.");
            return 0;
        }
        if (state.get().launcher().alive()) {
            console.line("Stopping ...");
            state.get().launcher().stop(LAUNCHER_GRACE);
        }
        stopLeftOvers(state.get());
        console.line("Stopped.");
        return 0;
    }

    /** Stops parts whose launcher is gone, last started first, and forgets the run. */
    void stopLeftOvers(RunState state) {
        var parts = new ArrayList<>(state.parts());
        Collections.reverse(parts);
        for (var part : parts) {
            if (part.process().alive()) {
                console.line("  stopping %s (pid %d), left behind by an earlier run"
                        .formatted(part.name(), part.process().pid()));
                part.process().stop(PART_GRACE);
            }
        }
        RunState.forget(layout.state());
    }
}
