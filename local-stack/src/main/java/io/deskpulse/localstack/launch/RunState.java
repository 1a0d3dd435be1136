package io.deskpulse.localstack.launch;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * What runs, for other shells.
 *
 * @param launcher the process that started the parts and will stop them
 * @param portOffset what was added to every port
 * @param started whether all parts were started and got ready
 * @param parts in the order of starting
 */
public record RunState(Running launcher, int portOffset, boolean started, List<Part> parts) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** One process of the run; {@code port} is 0 for one that does not listen. */
    public record Part(String name, Running process, int port) {}

    /** What stands in the file; empty when there is none. */
    static Optional<RunState> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(file.toFile(), RunState.class));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read %s: delete it if nothing runs".formatted(file), e);
        }
    }

    void write(Path file) {
        try {
            Files.createDirectories(file.getParent());
            var draft = file.resolveSibling(file.getFileName() + ".new");
            JSON.writerWithDefaultPrettyPrinter().writeValue(draft.toFile(), this);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file, e);
        }
    }
}
