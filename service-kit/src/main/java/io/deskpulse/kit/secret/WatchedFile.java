package io.deskpulse.kit.secret;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * A file of secrets that may be replaced while the service runs; looked at once a second at most. One that cannot be read or used
 * leaves what was there in force, and is told once. Thread-safe.
 */
public final class WatchedFile<T> {
    private static final Logger LOG = Logger.getLogger(WatchedFile.class);
    private static final long LOOK_EVERY = TimeUnit.SECONDS.toNanos(1);

    private final String name;
    private final Optional<Path> path;
    private final Function<String, T> parse;
    private Version read;
    private String complaint;
    private long lookedAt;
    private boolean looked;
    private volatile T content;

    private record Version(FileTime modified, long size, Object file) {}

    /**
     * Secrets in a file.
     *
     * @param name what they are called in the log
     * @param path empty where none is configured
     * @param parse throws IllegalArgumentException with what is wrong, and quotes nothing
     */
    public WatchedFile(String name, Optional<Path> path, Function<String, T> parse) {
        this.name = name;
        this.path = path;
        this.parse = parse;
    }

    /** What stands in it; empty where there is nothing. */
    public Optional<T> content() {
        path.ifPresent(this::look);
        return Optional.ofNullable(content);
    }

    private synchronized void look(Path file) {
        long now = System.nanoTime();
        if (looked && now - lookedAt < LOOK_EVERY) {
            return;
        }
        looked = true;
        lookedAt = now;
        try {
            readIfChanged(file);
            complaint = null;
        } catch (IOException | IllegalArgumentException e) {
            complain(e instanceof IOException ? "cannot be read" : e.getMessage());
        }
    }

    private void readIfChanged(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        // Kubernetes swaps mounted secrets by a symbolic link: another file key.
        Version found = new Version(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
        if (!found.equals(read)) {
            content = parse.apply(Files.readString(file));
            read = found;
            LOG.infof("%s loaded", name);
        }
    }

    private void complain(String reason) {
        if (!reason.equals(complaint)) {
            complaint = reason;
            LOG.warnf("%s: %s; what was loaded before stays in force", name, reason);
        }
    }
}
