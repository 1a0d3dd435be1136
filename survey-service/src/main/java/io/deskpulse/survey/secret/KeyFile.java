package io.deskpulse.survey.secret;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * A file of keys that may be replaced while the service runs; looked at once a second at most. One that cannot be read or used
 * leaves what was there in force, and is told once. Thread-safe.
 */
public final class KeyFile {
    private static final Logger LOG = Logger.getLogger(KeyFile.class);
    private static final long LOOK_EVERY = TimeUnit.SECONDS.toNanos(1);

    private final String name;
    private final Optional<Path> path;
    private Version read;
    private String complaint;
    private long lookedAt;
    private boolean looked;
    private volatile KeyRing ring;

    private record Version(FileTime modified, long size, Object file) {}

    /**
     * Keys in a file.
     *
     * @param name what they are called in the log
     * @param path empty where none are configured
     */
    public KeyFile(String name, Optional<Path> path) {
        this.name = name;
        this.path = path;
    }

    /** The keys as they stand; empty where there are none. */
    public Optional<KeyRing> ring() {
        path.ifPresent(this::look);
        return Optional.ofNullable(ring);
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
            ring = KeyRing.parse(Files.readString(file));
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
