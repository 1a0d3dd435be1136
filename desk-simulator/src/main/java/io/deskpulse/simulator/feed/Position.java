package io.deskpulse.simulator.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** A file that remembers up to when all was sent, so that the next run goes on from there. Not thread-safe. */
public final class Position {
    private static final long EVERY_MILLIS = 2_000;

    private final Path file;
    private long saved;

    public Position(Path file) {
        this.file = file;
    }

    /** Where the last run got to. */
    public Optional<Instant> read() {
        try {
            return Optional.of(Instant.parse(Files.readString(file).strip()));
        } catch (IOException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Everything delivered before {@code millis} was sent; written down every two seconds of desk time. */
    void reached(long millis) {
        if (Math.abs(millis - saved) >= EVERY_MILLIS) {
            save(millis);
        }
    }

    private void save(long millis) {
        try {
            Path whole = Files.writeString(
                    file.resolveSibling(file.getFileName() + ".new"),
                    Instant.ofEpochMilli(millis).toString());
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            saved = millis;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("cannot write the position " + file, e);
        }
    }
}
