package io.deskpulse.deploy.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.deploy.Repository;
import io.deskpulse.deploy.manifest.Manifest;
import io.deskpulse.deploy.manifest.Objects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever is woken at night finds the page, and what the page points to. */
class RunbooksTest {
    private static final Path FOLDER = Repository.path("docs/operate/runbooks");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");

    @ParameterizedTest
    @MethodSource("runbooks")
    void aRunbookLeadsToOthersThatAreThere(Path page) {
        assertThat(LINK.matcher(Repository.read(page))
                        .results()
                        .map(link -> link.group(1))
                        .filter(link -> !link.startsWith("../")))
                .allSatisfy(link -> assertThat(page.resolveSibling(link)).exists());
    }

    @ParameterizedTest
    @MethodSource("runbooks")
    void aRunbookIsInTheIndex(Path page) {
        assertThat(Repository.read(FOLDER.resolve("README.md"))).contains("(" + page.getFileName() + ")");
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void aPageOfAnAlertSaysHowToSeeItWhatToDoAndWhenItIsOver(Path page) {
        assertThat(Repository.read(page))
                .startsWith("# " + page.getFileName().toString().replace(".md", "\n"))
                .contains("\n## How to see it\n", "\n## What to do\n", "\n## How to know it is over\n");
    }

    @Test
    void theToolsOfKafkaCanBeApplied() {
        var objects = Objects.parse(Repository.read(FOLDER.resolve("kafka-tools.yaml")));

        assertThat(objects.all()).extracting(Manifest::kind).contains("KafkaUser", "NetworkPolicy", "Job");
        assertThat(objects.all()).allSatisfy(each -> assertThat(each.faults()).isEmpty());
    }

    static List<Path> runbooks() throws IOException {
        return under(FOLDER, "(?!README).*\\.(md|yaml)");
    }

    static List<Path> alerts() throws IOException {
        return under(FOLDER, "Deskpulse.*\\.md");
    }

    private static List<Path> under(Path folder, String name) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.getFileName().toString().matches(name))
                    .sorted()
                    .forEach(found::add);
        }
        return found;
    }
}
