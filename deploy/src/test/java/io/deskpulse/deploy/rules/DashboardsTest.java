package io.deskpulse.deploy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Dashboards show what is there, wherever they are imported. */
class DashboardsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Path> dashboards() throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.list(Path.of("dashboards"))) {
            all = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        assertThat(all).hasSizeGreaterThanOrEqualTo(2);
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void everyExpressionReadsOnlyWhatTheServicesExpose(Path file) throws IOException {
        KnownSeries known = new KnownSeries();

        assertThat(panels(file).flatMap(panel -> values(panel.path("targets"), "expr").stream()))
                .isNotEmpty()
                // The variable stands for a matcher's value: it is text to us.
                .allSatisfy(expression ->
                        assertThat(known.faults(expression)).as(expression).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void panelsAreToldApartAndHaveNames(Path file) throws IOException {
        assertThat(panels(file).map(panel -> panel.path("id").asInt())).doesNotHaveDuplicates();
        assertThat(panels(file))
                .allSatisfy(panel -> assertThat(panel.path("title").asText()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void whoeverImportsItChoosesTheDataSource(Path file) throws IOException {
        JsonNode dashboard = JSON.readTree(file.toFile());

        assertThat(dashboard.has("uid"))
                .as("a uid would replace another's dashboard")
                .isFalse();
        assertThat(dashboard.at("/templating/list/0/type").asText()).isEqualTo("datasource");
        assertThat(dashboard.at("/templating/list/0/name").asText()).isEqualTo("datasource");
        assertThat(dashboard.findValues("datasource"))
                .isNotEmpty()
                .allSatisfy(source -> assertThat(source.path("uid").asText()).isEqualTo("${datasource}"));
    }

    private static Stream<JsonNode> panels(Path file) throws IOException {
        List<JsonNode> panels = new ArrayList<>();
        JSON.readTree(file.toFile()).path("panels").forEach(panels::add);
        return panels.stream();
    }

    private static List<String> values(JsonNode of, String name) {
        return of.findValuesAsText(name);
    }
}
