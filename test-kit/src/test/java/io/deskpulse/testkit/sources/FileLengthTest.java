package io.deskpulse.testkit.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No Java file of the repository, of whichever module and tests among them, is longer than a reader can keep in mind (see CONTRIBUTING.md). */
class FileLengthTest {
    private static final long LONGEST = 250;

    @Test
    void noFileIsTooLong() throws IOException {
        Path root = root();
        List<Path> files = javaFiles(root);

        List<String> tooLong = files.stream()
                .filter(file -> lines(file) > LONGEST)
                .map(file ->
                        "%s has %d lines, %d more than a file may have: split it by subject, or move what it sets up to a class of its own"
                                .formatted(root.relativize(file), lines(file), lines(file) - LONGEST))
                .toList();

        assertThat(files)
                .contains(root.resolve("test-kit/src/test/java/io/deskpulse/testkit/sources/FileLengthTest.java"));
        assertThat(tooLong).isEmpty();
    }

    /** The folder of the repository: the nearest one upwards with {@code .mvn}. */
    private static Path root() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .filter(folder -> Files.isDirectory(folder.resolve(".mvn")))
                .findFirst()
                .orElseThrow();
    }

    /** All that somebody has written: what Maven makes lies in {@code target} beside a {@code pom.xml}, and hidden folders belong to tools. */
    private static List<Path> javaFiles(Path root) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean made = folder.endsWith("target") && Files.exists(folder.resolveSibling("pom.xml"));
                boolean hidden =
                        !folder.equals(root) && folder.getFileName().toString().startsWith(".");
                return made || hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(".java")) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
