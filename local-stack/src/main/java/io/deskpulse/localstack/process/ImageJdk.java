package io.deskpulse.localstack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The JDK that images run on, which may be another than the one that runs benchmarks. */
public final class ImageJdk {
    private static final String VERSION = "25";
    private static final String ASKED = "DESKPULSE_IMAGE_JDK";

    private ImageJdk() {}

    /**
     * The folder of a JDK: what the environment variable {@code DESKPULSE_IMAGE_JDK} names, or else this JVM's own where it
     * has the version, or one that is installed beside it.
     *
     * @throws IllegalStateException which says what to do where there is none
     */
    public static Path home() {
        Optional<String> asked = Optional.ofNullable(System.getenv(ASKED));
        Path own = Path.of(System.getProperty("java.home"));
        return asked.map(Path::of)
                .or(() -> Optional.of(own).filter(ImageJdk::fits))
                .or(() -> beside(own))
                .orElseThrow(() -> new IllegalStateException(
                        "there is no JDK " + VERSION + " beside " + own + "; set " + ASKED + " to the folder of one"));
    }

    private static Optional<Path> beside(Path own) {
        try (Stream<Path> installed = Files.list(own.getParent())) {
            return installed.filter(ImageJdk::fits).sorted().findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Every JDK tells about itself in a file. */
    private static boolean fits(Path home) {
        try (Stream<String> lines = Files.lines(home.resolve("release"))) {
            return lines.anyMatch(line -> line.startsWith("JAVA_VERSION=\"" + VERSION));
        } catch (IOException e) {
            return false;
        }
    }
}
