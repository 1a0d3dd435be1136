package io.deskpulse.deploy.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.deploy.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Images are built from what was tested, and run as nobody. */
class ContainerFilesTest {
    private static final Pattern PINNED = Pattern.compile("\\S+/\\S+(:(?!latest$)[\\w.-]+|@sha256:[0-9a-f]{64})");

    @ParameterizedTest
    @MethodSource("files")
    void aContainerFilePinsItsBaseAndGivesUpRoot(Path file) {
        assertThat(faults(Repository.read(file))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FROM example.org/base:latest\nUSER 185:0",
                "FROM example.org/base\nUSER 185:0",
                "ARG BASE=example.org/base\nFROM ${BASE}\nUSER 185:0",
                "ARG BASE\nFROM ${BASE}\nUSER 185:0",
                "FROM example.org/base:1.2",
                "FROM example.org/base:1.2\nUSER 185:0\nUSER root",
                "FROM example.org/base:1.2\nUSER 0:0",
                "FROM example.org/base:1.2 AS build\nUSER 185\nFROM example.org/small:1"
            })
    void whatIsNotPinnedOrRunsAsRootIsFound(String text) {
        assertThat(faults(text)).isNotEmpty();
    }

    @Test
    void aStageOfTheSameFileNeedsNoVersion() {
        assertThat(faults("FROM example.org/base:1.2 AS build\nFROM build\nUSER 185:0"))
                .isEmpty();
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(Repository.path("deploy/images"))) {
            return files.filter(
                            file -> file.getFileName().toString().matches("(.*[.])?(Containerfile|Dockerfile)([.].*)?"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> faults(String text) {
        Map<String, String> arguments = new TreeMap<>();
        List<String> stages = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        String user = "root";
        for (String line : text.lines().map(String::strip).toList()) {
            String[] words = line.split("\\s+");
            if (words[0].equals("ARG") && line.contains("=")) {
                String[] argument = line.substring(4).split("=", 2);
                arguments.put("${" + argument[0].strip() + "}", argument[1].strip());
            } else if (words[0].equals("FROM")) {
                String image = arguments.getOrDefault(words[1], words[1]);
                if (!stages.contains(image) && !PINNED.matcher(image).matches()) {
                    faults.add("the base " + image + " may be another one tomorrow");
                }
                if (words.length > 3) {
                    stages.add(words[3]);
                }
                user = "root";
            } else if (words[0].equals("USER")) {
                user = words[1];
            }
        }
        if (user.matches("(root|0)(:.*)?")) {
            faults.add("runs as " + user);
        }
        return faults;
    }
}
