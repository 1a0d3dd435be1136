package io.deskpulse.deploy.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules about ourselves (docs/operate/slo.md). */
class RulesTest {
    private static final String TESTS = "rules-tests.yaml";

    private final PrometheusRules rules = PrometheusRules.read();

    @Test
    void rulesJudgeSeriesAsTheirUnitTestsSay(@TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(installed(), "promtool is not installed: the rules were not tried");
        rules.extractTo(folder.resolve("rules-extracted.yaml"));
        Files.copy(PrometheusRules.FOLDER.resolve(TESTS), folder.resolve(TESTS), StandardCopyOption.REPLACE_EXISTING);

        Result result = promtool(folder, "test", "rules", TESTS);

        assertThat(result.code()).as(result.said()).isZero();
    }

    @Test
    void rulesReadOnlyWhatTheServicesExpose() {
        KnownSeries known = new KnownSeries();

        assertThat(rules.all()).isNotEmpty().allSatisfy(rule -> assertThat(
                        known.faults(rule.path("expr").asText()))
                .as(name(rule))
                .isEmpty());
    }

    @Test
    void anUnknownMeterOrLabelIsFound() {
        KnownSeries known = new KnownSeries();

        assertThat(known.faults("sum by (shoe) (deskpulse_metrics_lag{size=\"9\"}) > deskpulse_unheard_of"))
                .containsExactlyInAnyOrder(
                        "deskpulse_metrics_lag has no label size",
                        "no meter exposes deskpulse_unheard_of",
                        "nothing in it has the label shoe");
    }

    @Test
    void everyAlertSaysHowBadItIsAndWhatToDo() {
        assertThat(rules.alerts()).allSatisfy(alert -> {
            assertThat(alert.at("/labels/severity").asText()).as(name(alert)).isIn("page", "ticket");
            assertThat(alert.at("/annotations/summary").asText()).isNotBlank();
            assertThat(alert.at("/annotations/description").asText()).isNotBlank();
            assertThat(alert.at("/annotations/runbook_url").asText())
                    .endsWith("/docs/operate/runbooks/" + name(alert) + ".md");
        });
    }

    @Test
    void everyAlertHasAUnitTest() throws IOException {
        String tests = Files.readString(PrometheusRules.FOLDER.resolve(TESTS));

        assertThat(rules.alerts()).allSatisfy(alert -> assertThat(tests).contains(name(alert)));
    }

    private static String name(JsonNode rule) {
        return rule.path("alert").asText(rule.path("record").asText());
    }

    private record Result(int code, String said) {}

    private static boolean installed() throws InterruptedException {
        try {
            return promtool(Path.of("."), "--version").code() == 0;
        } catch (IOException notThere) {
            return false;
        }
    }

    private static Result promtool(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of("promtool"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).as("promtool ends").isTrue();
        return new Result(process.exitValue(), said);
    }
}
