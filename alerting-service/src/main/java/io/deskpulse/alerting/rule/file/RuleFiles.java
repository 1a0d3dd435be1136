package io.deskpulse.alerting.rule.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Finds the files that hold rules. Pure functions. */
final class RuleFiles {
    private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json");

    private RuleFiles() {}

    /**
     * The files that a path stands for: itself, or those in the folder, by name. Hidden ones are none: Kubernetes keeps what a mounted ConfigMap was before in
     * folders whose names begin with two dots.
     */
    static List<Path> in(Path path) throws IOException {
        if (hasEnding(path) && !Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> all = Files.list(path)) {
            return new ArrayList<>(all.filter(RuleFiles::holdsRules)
                    .sorted(Comparator.comparing(file -> file.getFileName().toString()))
                    .toList());
        }
    }

    private static boolean holdsRules(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".") && hasEnding(file) && Files.isRegularFile(file);
    }

    private static boolean hasEnding(Path path) {
        return ENDINGS.stream().anyMatch(path.getFileName().toString()::endsWith);
    }
}
