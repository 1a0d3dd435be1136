package io.deskpulse.endtoend.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The example in docs/operate/tracing.md shows the file beside it. */
class ExampleTraceTest {
    private static final Path DOCS = Path.of("..", "docs", "operate");

    @Test
    void thePageShowsTheFile() throws IOException {
        Trace example = Trace.read(DOCS.resolve("example-trace.json"));

        assertThat(Files.readString(DOCS.resolve("tracing.md"))).contains(example.tree());
        assertThat(example.spans())
                .extracting(ExportedSpan::traceId)
                .containsOnly(example.spans().get(0).traceId());
    }
}
