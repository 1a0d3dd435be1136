package io.deskpulse.kit.secret;

import java.nio.file.Path;
import java.util.Optional;

/** A file of keys that may be replaced while the service runs. Thread-safe. */
public final class KeyFile {
    private final WatchedFile<KeyRing> file;

    /**
     * Keys in a file.
     *
     * @param name what they are called in the log
     * @param path empty where none are configured
     */
    public KeyFile(String name, Optional<Path> path) {
        this.file = new WatchedFile<>(name, path, KeyRing::parse);
    }

    /** The keys as they stand; empty where there are none. */
    public Optional<KeyRing> ring() {
        return file.content();
    }
}
