package io.deskpulse.localstack.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStateTest {

    @Test
    void anotherShellReadsWhatRuns(@TempDir Path folder) {
        var state = new RunState(Running.self(), 100, true, List.of(new RunState.Part("kafka", Running.self(), 19192)));
        var file = folder.resolve("run.json");

        state.write(file);

        assertThat(RunState.read(file)).contains(state);
        assertThat(state.launcher().alive()).isTrue();
    }

    @Test
    void nothingRunsWithoutAFile(@TempDir Path folder) {
        assertThat(RunState.read(folder.resolve("run.json"))).isEmpty();
    }

    @Test
    void aLaterProcessWithTheSameIdIsNotMistakenForOurs() {
        var self = Running.self();

        assertThat(new Running(self.pid(), self.started() - 1).alive()).isFalse();
    }
}
