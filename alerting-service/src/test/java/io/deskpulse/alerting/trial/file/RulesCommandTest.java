package io.deskpulse.alerting.trial.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesCommandTest {
    private static final Path EXAMPLES = Path.of("..", "docs", "guides", "examples");
    private static final String TEST =
            """
            rules: [{id: busy, metric: messages, by: [channel], window: 5m, slide: 5m,
                     condition: {type: threshold, operator: ">", limit: 100}}]
            tests:
              - name: busy
                series: [{group: {channel: web}, metric: messages, values: "5x5 40x5"}]
                expect:
                  - {at: 5m, firing: []}
            """;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void examplesOfTheGuideDoWhatTheySay() {
        assertThat(run("check", EXAMPLES.resolve("rules.yaml").toString()))
                .as(out())
                .isZero();
        assertThat(run("test", EXAMPLES.resolve("rules.test.yaml").toString()))
                .as(out())
                .isZero();
        assertThat(out()).contains("2 rules, all sound", "3 passed");
    }

    @Test
    void whatFailsIsToldWithWhatWasExpectedAndGot() throws IOException {
        String file = write(TEST
                + "      - {at: 8m, firing: []}\n      - {at: 10m, firing: [{rule: busy, labels: {channel: app}}]}\n");

        assertThat(run("test", file)).isEqualTo(1);

        // It only grows, so it is told before its five minutes are over.
        assertThat(out())
                .contains(
                        "FAIL  busy",
                        "at 8m firing\n          expected: nothing\n          got:      busy{channel=\"web\", metric=\"messages\", severity=\"warning\"}",
                        "at 10m firing\n          expected: busy{channel=\"app\"}",
                        "1 of 1 failed");
    }

    @Test
    void sameTimeOfLastWeekCanBeWritten() throws IOException {
        String file = write(
                """
                rules: [{id: dropped, metric: csat_rate, window: 1h, slide: 1h,
                         condition: {type: change, baseline: lastWeek, operator: "<", limit: -0.2, significant: true}}]
                tests:
                  - series:
                      - {from: -7d, metric: csat_rate, values: "9/10x60"}
                      - {metric: csat_rate, values: "5/10x60"}
                    expect:
                      - at: 1h
                        firing: [{rule: dropped, annotations: {summary: "Customer satisfaction rate is 50 %, it was 90 % (change -44.4 %, limit -20 %), 600 answers in the last 1 h"}}]
                """);

        assertThat(run("test", file)).as(out()).isZero();
    }

    @Test
    void eachKindOfMetricHasItsValues() throws IOException {
        String file = write(
                """
                rules:
                  - {id: nps, metric: nps, window: 5m, minSamples: 1, condition: {type: threshold, operator: "<", limit: 0}}
                  - {id: cost, metric: cost_per_conversation, currency: EUR, window: 5m, minSamples: 1, condition: {type: threshold, operator: ">", limit: 2}}
                  - {id: csat, metric: csat_score, window: 5m, minSamples: 1, condition: {type: threshold, operator: "<", limit: 3}}
                  - {id: upset, metric: negative_rate, window: 5m, minSamples: 1, condition: {type: threshold, operator: ">", limit: 0.5}}
                  - {id: silence, metric: visit_duration, window: 5m, condition: {type: noData}}
                  - {id: dead, condition: {type: always}}
                tests:
                  - series:
                      - {metric: nps, values: "1@10+2@0x5"}
                      - {metric: cost_per_conversation, currency: EUR, values: "25.50/10x5"}
                      - {metric: csat_score, values: "1@5+9@2x5"}
                      - {measures: {sentiment: "10@-0.5x5", sentiment_negative: "10x5"}}
                    expect:
                      - {at: 5m, firing: [{rule: nps}, {rule: cost}, {rule: csat}, {rule: upset}, {rule: silence}, {rule: dead}]}
                """);

        assertThat(run("test", file)).as(out()).isZero();
    }

    @Test
    void faultsAreToldWithPointers() throws IOException {
        String file = write(
                """
                rules: [{id: busy, metric: messags, condition: {type: noData}}]
                ruleFiles: [none.yaml]
                tests:
                  - series:
                      - {group: {chanel: web}, metric: messages, values: "7/10"}
                      - {metric: resolution_rate, values: "12/10x3"}
                      - {metric: first_response_time, values: "soon"}
                      - {metric: resolution_rate, values: "1/2"}
                      - {metric: escalation_rate, from: 30s, values: "1/2"}
                    expect: [{at: 90s}]
                """);

        assertThat(run("test", file)).isEqualTo(1);

        assertThat(out())
                .contains(
                        "/rules/0/metric: There is no such metric; did you mean messages?",
                        "/ruleFiles/0: none.yaml",
                        "/tests/0/series/0/group/chanel",
                        "/tests/0/series/0/values: It cannot be read: write a whole number",
                        "/tests/0/series/1/values: It cannot be read: write so many of at least as many",
                        "/tests/0/series/2/values: It cannot be read: write how many of what",
                        "/tests/0/series/4/from",
                        "/tests/0/expect/0/at",
                        "/tests/0/expect/0/firing");
    }

    @Test
    void twoMetricsThatShareAMeasureAreRefused() throws IOException {
        String file = write(
                TEST
                        + "  - series: [{metric: resolution_rate, values: 1/2}, {metric: automation_rate, values: 1/2}]\n    expect: [{at: 1m, firing: []}]\n");

        assertThat(run("test", file)).isEqualTo(1);
        assertThat(out()).contains("/tests/1/series: Two series say how much there is of conversations_closed");
    }

    @Test
    void startersAreSoundAndMisuseIsExplained() {
        assertThat(run(
                        "check",
                        Path.of("src", "main", "resources", "rules", "starters.yaml")
                                .toString()))
                .as(out())
                .isZero();
        assertThat(run("check", "nowhere.yaml")).isEqualTo(1);
        assertThat(run("check")).isEqualTo(2);
        assertThat(run("tset", "x")).isEqualTo(2);
    }

    private int run(String... words) {
        return new RulesCommand(new PrintStream(out, true, UTF_8)).run(List.of(words));
    }

    private String out() {
        return out.toString(UTF_8);
    }

    private String write(String text) throws IOException {
        return Files.writeString(folder.resolve("a.test.yaml"), text).toString();
    }
}
