package io.deskpulse.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The repository that these tests look at. */
public final class Repository {
    private static final Path ROOT = find();

    private Repository() {}

    /** A file or folder of the repository. */
    public static Path path(String relative) {
        return ROOT.resolve(relative);
    }

    /** What a file says. */
    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path find() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve(".mvn"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("run this inside the repository");
            }
        }
        return folder;
    }
}
