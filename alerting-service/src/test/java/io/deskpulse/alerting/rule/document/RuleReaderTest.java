package io.deskpulse.alerting.rule.document;

import static io.deskpulse.alerting.rule.RuleDocuments.SHORT;
import static io.deskpulse.alerting.rule.RuleDocuments.faults;
import static io.deskpulse.alerting.rule.RuleDocuments.reading;
import static io.deskpulse.alerting.rule.RuleDocuments.rule;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.alerting.rule.Condition;
import io.deskpulse.alerting.rule.NoDataPolicy;
import io.deskpulse.alerting.rule.Operator;
import io.deskpulse.alerting.rule.Rule;
import io.deskpulse.alerting.rule.RuleDocuments;
import io.deskpulse.alerting.rule.Severity;
import io.deskpulse.catalogue.definition.Metric;
import io.deskpulse.catalogue.definition.Stat;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleReaderTest {
    private static final String FULL =
            """
            id: waiting
            name: {en: Waiting too long, zh-CN: 等待过久}
            enabled: false
            metric: first_response_time
            stat: p90
            where: {channel: [web, app], scene: presales}
            by: [variant, language]
            window: 1h30m
            slide: PT5M
            delay: 30s
            condition: {type: threshold, operator: ">", limit: 30, recovery: 20}
            for: 10m
            keepFiringFor: 5m
            minSamples: 50
            noData: ok
            vanishAfter: 3
            maxInstances: 500
            severity: critical
            labels: {team: desk, about: "{group.variant}"}
            annotations:
              summary: {en: "{group} waits {value}", zh-CN: "{group} 等待 {value}"}
              note: see {labels.team}
            runbook: https://wiki.example/waiting
            links: {board: "https://grafana.example/d/1?variant={group.variant}"}
            """;

    @Test
    void whatIsLeftOutHasADefault() {
        Rule rule = rule(SHORT);

        assertThat(rule.name()).isEqualTo(Map.of("en", "Resolution rate", "zh-CN", "解决率"));
        assertThat(rule.enabled()).isTrue();
        assertThat(rule.query().window()).isEqualTo(Duration.ofMinutes(15));
        assertThat(rule.query().slide()).isEqualTo(Duration.ofMinutes(1));
        assertThat(rule.query().delay()).isZero();
        assertThat(rule.query().stat()).isNull();
        assertThat(rule.condition())
                .isEqualTo(new Condition.Threshold(Operator.BELOW, 0.7, null, Condition.Certainty.VALUE));
        assertThat(rule.pace().holdFor()).isZero();
        assertThat(rule.pace().keepFiringFor()).isZero();
        assertThat(rule.pace().minSamples()).isEqualTo(Metric.MINIMUM_SAMPLE);
        assertThat(rule.pace().noData()).isEqualTo(NoDataPolicy.KEEP);
        assertThat(rule.pace().vanishAfter()).isEqualTo(10);
        assertThat(rule.pace().maxInstances()).isEqualTo(100);
        assertThat(rule.severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void everythingThatIsSaidIsRead() {
        Rule rule = rule(FULL);

        assertThat(rule.enabled()).isFalse();
        assertThat(rule.query().stat()).isEqualTo(Stat.P90);
        assertThat(rule.query().where())
                .isEqualTo(Map.of("channel", List.of("web", "app"), "scene", List.of("presales")));
        assertThat(rule.query().by()).containsExactly("variant", "language");
        assertThat(rule.query().window()).isEqualTo(Duration.ofMinutes(90));
        assertThat(rule.query().slide()).isEqualTo(Duration.ofMinutes(5));
        assertThat(rule.query().delay()).isEqualTo(Duration.ofSeconds(30));
        assertThat(rule.pace().minSamples()).isEqualTo(50);
        assertThat(rule.notice().labels()).containsEntry("about", "{group.variant}");
        assertThat(rule.notice().annotations().get("note")).containsOnlyKeys("en", "zh-CN");
        assertThat(rule.notice().links()).containsKey("board");
    }

    @Test
    void jsonSaysTheSame() {
        Reading json = new RuleReader(RuleDocuments.CATALOGUE)
                .read(
                        "shop",
                        Document.json(
                                """
                {"id": "bot-resolution", "metric": "resolution_rate", "by": ["variant"],
                 "condition": {"type": "threshold", "operator": "<", "limit": 0.7}}"""
                                        .getBytes(UTF_8)));

        assertThat(json).isEqualTo(reading(SHORT));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        for (String yaml : List.of(SHORT, FULL, "{id: dead, condition: {type: always}, slide: 5m}")) {
            assertThat(rule(RuleWriter.write(rule(yaml)).toString())).isEqualTo(rule(yaml));
        }
    }

    @Test
    void storedRuleIsReadWhateverBecameOfItsMetric() {
        byte[] stored = RuleWriter.write(rule(SHORT))
                .toString()
                .replace("resolution_rate", "gone")
                .getBytes(UTF_8);

        Rule read = new RuleReader(RuleDocuments.CATALOGUE).stored("shop", 3, stored);

        assertThat(read.version()).isEqualTo(3);
        assertThat(new RuleReader(RuleDocuments.CATALOGUE).faults(read)).hasSize(1);
    }

    @Test
    void allFaultsAreToldAtOnce() {
        Map<String, String> faults = faults(
                """
                id: Bad Id
                metrc: resolution_rate
                by: [varient]
                window: 90s
                slide: 2h
                severity: fatal
                where: {chanel: web}
                condition: {type: threshold, operator: "=", limit: many, recovry: 1}
                labels: {severity: high, 1st: x, about: "{value}"}
                annotations: {summary: "{vale}"}
                runbook: wiki
                """);

        assertThat(faults)
                .containsOnlyKeys(
                        "/id",
                        "/metrc",
                        "/metric",
                        "/by",
                        "/window",
                        "/slide",
                        "/severity",
                        "/where/chanel",
                        "/condition/operator",
                        "/condition/limit",
                        "/condition/recovry",
                        "/labels/severity",
                        "/labels/1st",
                        "/labels/about",
                        "/annotations/summary",
                        "/runbook");
        assertThat(faults.get("/metrc")).contains("did you mean metric?");
        assertThat(faults.get("/by")).contains("did you mean variant?");
        assertThat(faults.get("/where/chanel")).contains("did you mean channel?");
        assertThat(faults.get("/annotations/summary")).contains("did you mean value?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            metric: resolution_rat | /metric | did you mean resolution_rate?
            metric: durable_resolution_rate | /metric | not counted yet
            metric: visitors | /metric | cannot be watched
            stat: p90 | /stat | leave it out
            currency: EUR | /currency | no money
            condition: {type: threshold, operator: "<", limit: 70} | /condition/limit | 0.7 for 70 %
            condition: {type: threshold, operator: "<", limit: 0.7, recovery: 0.6} | /condition/recovery | at or above
            condition: {type: threshold, operator: ">=", limit: 0.7, recovery: 0.8} | /condition/recovery | at or below
            condition: {type: threshold, operator: "<"} | /condition/limit | missing
            condition: {operator: "<", limit: 1} | /condition/type | missing
            condition: {type: burnRate, objective: 1.5, factor: 2, shortWindow: 1m} | /condition/objective | between 0 and 1
            condition: {type: burnRate, objective: 0.7, factor: 4, shortWindow: 1m} | /condition/factor | never be reached
            condition: {type: burnRate, objective: 0.7, factor: 2, shortWindow: 15m} | /condition/shortWindow | less than the window
            condition: {type: burnRate, objective: 0.7, factor: 2} | /condition/shortWindow | missing
            {id: a, metric: turns, condition: {type: burnRate, objective: 0.7, factor: 2, shortWindow: 1m}} | /condition/type | share
            {id: a, metric: response_time, condition: {type: threshold, operator: ">", limit: 9, certainty: bound}} | /condition/certainty | No interval
            {id: a, metric: messages, condition: {type: change, operator: "<", limit: -0.5, significant: true}} | /condition/significant | shares and means
            {id: a, metric: csat_score, condition: {type: threshold, operator: "<", limit: 70}} | /condition/limit | from 1 to 5
            {id: a, metric: nps, condition: {type: threshold, operator: "<", limit: 700}} | /condition/limit | -100 to 100
            {id: a, metric: cost_per_conversation, condition: {type: threshold, operator: ">", limit: 2}} | /currency | three letters
            {id: a, condition: {type: always}, metric: nps} | /metric | looks at nothing
            {id: a, metric: nps, condition: {type: noData}, noData: ok} | /noData | leave it out
            {id: starters, metric: nps, condition: {type: noData}} | /id | another meaning
            by: [variant, variant] | /by | twice
            by: [channel, scene, variant, topic] | /by | at most 3
            where: {channel: []} | /where/channel | at least one
            for: 25h | /for | 0s to 1d
            window: 0m | /window | 1m to 1d
            condition: {type: change, baseline: lastWeek, operator: "<", limit: -0.2} | /window,/slide | whole hours
            for: soon | /for | 5m or PT5M
            minSamples: 2.5 | /minSamples | whole number
            enabled: yes please | /enabled | true or false
            labels: {variant: x} | /labels/variant | anyway
            links: {board: "javascript:alert(1)"} | /links/board | https://
            annotations: {summary: "{% raw"} | /annotations/summary | {{
            name: {en: a, fr: b} | /name/fr | no such member
            """)
    void whatDoesNotFitIsRefusedWhereItStands(String change, String pointer, String detail) {
        String yaml = change.startsWith("{") ? change : without(change.substring(0, change.indexOf(':'))) + change;

        assertThat(faults(yaml)).containsOnlyKeys(pointer.split(","));
        assertThat(faults(yaml).values()).allMatch(told -> told.contains(detail));
    }

    @Test
    void ruleWithoutAConditionIsToldNothingElse() {
        assertThat(faults("{id: a, metric: resolution_rate}")).containsOnlyKeys("/condition");
        assertThat(faults("[]")).containsKey("");
        assertThat(faults("7")).containsKey("");
    }

    private static String without(String member) {
        return SHORT.lines()
                .filter(line -> !line.startsWith(member + ":"))
                .reduce("", (all, line) -> all + line + "\n");
    }
}
