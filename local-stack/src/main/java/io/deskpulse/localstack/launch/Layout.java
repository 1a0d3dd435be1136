package io.deskpulse.localstack.launch;

import java.nio.file.Path;

/** Where an installation on one machine keeps its files. */
public record Layout(Path repository) {

    /** Of the script {@code run} that started this JVM. */
    static Layout ofThisJvm() {
        return new Layout(Path.of(System.getProperty("deskpulse.home", "."))
                .toAbsolutePath()
                .normalize());
    }

    /** A path as the caller of {@code run} wrote it, seen from where it was called. */
    static Path fromCaller(String path) {
        return Path.of(System.getProperty("deskpulse.called-from", ".")).resolve(path);
    }

    public Path folder() {
        return repository.resolve(".deskpulse");
    }

    public Path data() {
        return folder().resolve("data");
    }

    public Path logs() {
        return folder().resolve("logs");
    }

    public Path keys() {
        return folder().resolve("keys");
    }

    Path tokens() {
        return folder().resolve("tokens.env");
    }

    Path state() {
        return folder().resolve("run.json");
    }

    /** A path as people at the repository's root would write it. */
    String shown(Path path) {
        return repository.relativize(path.toAbsolutePath()).toString();
    }
}
