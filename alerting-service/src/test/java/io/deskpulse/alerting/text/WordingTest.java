package io.deskpulse.alerting.text;

import static io.deskpulse.alerting.rule.RuleDocuments.CATALOGUE;
import static io.deskpulse.alerting.rule.RuleDocuments.SHORT;
import static io.deskpulse.alerting.rule.RuleDocuments.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.alerting.alert.Evidence;
import io.deskpulse.alerting.alert.Reason;
import io.deskpulse.alerting.alert.State;
import io.deskpulse.alerting.rule.Notice;
import io.deskpulse.alerting.rule.Rule;
import io.deskpulse.alerting.rule.Vocabulary;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordingTest {
    private static final Instant AT = Instant.parse("2026-11-22T06:05:00Z");
    private static final Instant FROM = Instant.parse("2026-11-22T05:50:00Z");
    private static final Evidence BAD = new Evidence(0.48, 0.4, 0.563, 63.0, 132.0, 132L, 0.7, null, FROM, AT);
    private static final Map<String, String> BOT_B = Map.of("variant", "bot-b");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Wordings wordings = new Wordings(
            CATALOGUE, ZoneId.of("Asia/Shanghai"), Optional.of(URI.create("https://desk.example/c/")), meters);

    @Test
    void alertIsToldInBothLanguagesWithoutAnyTemplate() {
        var said = words(SHORT, firing(BAD)).annotations();

        assertThat(said.get("summary"))
                .isEqualTo(Map.of(
                        "en",
                        "Resolution rate of variant bot-b is 48 % (limit 70 %), 132 conversations in the last 15 min",
                        "zh-CN",
                        "变体 bot-b 的解决率为 48%（阈值 70%），最近 15 分钟共 132 个会话"));
        assertThat(said.get("description").get("en"))
                .isEqualTo(
                        "Resolution rate: Resolution rate of variant bot-b is 48 % (limit 70 %), 132 conversations in "
                                + "the last 15 min. 95 % interval: 40 %–56.3 %. Window: 2026-11-22 13:50–14:05 Asia/Shanghai.");
        assertThat(said.get("description").get("zh-CN")).contains("95% 置信区间：40%–56.3%。");
    }

    @Test
    void valueIsToldAsExactlyAsItTakesToSeeTheBreach() {
        assertThat(summary(SHORT, firing(value(0.69996, 0.7)))).contains("69.996 % (limit 70 %)");
        assertThat(summary(SHORT, firing(value(0.7, 0.7)))).contains("is 70 % (limit 70 %)");
    }

    @Test
    void timesMoneyAndPointsHaveTheirUnits() {
        assertThat(summary(times(">", 30), firing(value(200.0, 30.0))))
                .contains("First response time p90 is 3 min 20 s (limit 30 s)");
        assertThat(summary(times(">", 1), firing(value(0.35, 1.0)))).contains("is 350 ms (limit 1 s)");
        assertThat(summary(
                        "{id: a, metric: cost_per_conversation, currency: EUR, condition: {type: threshold, operator: '>', limit: 2}}",
                        firing(value(1234.5, 2.0))))
                .contains("is EUR 1,234.5 (limit EUR 2)");
        assertThat(summary(
                        "{id: a, metric: csat_score, condition: {type: threshold, operator: '<', limit: 4}}",
                        firing(value(3.25, 4.0))))
                .contains("is 3.25 (limit 4)");
    }

    @Test
    void changeIsToldWithWhatItWasBefore() {
        Evidence fell = new Evidence(0.4, null, null, null, null, 50L, null, 0.8, FROM, AT);

        assertThat(summary(
                        "{id: a, metric: resolution_rate, condition: {type: change, operator: '<', limit: -0.25}}",
                        firing(fell)))
                .isEqualTo(
                        "Resolution rate is 40 %, it was 80 % (change -50 %, limit -25 %), 50 conversations in the last 15 min");
        assertThat(summary(
                        "{id: a, metric: resolution_rate, condition: {type: change, measure: absolute, operator: '<', limit: -0.25}}",
                        firing(fell)))
                .contains("(change -40 points, limit -25 points)");
    }

    @Test
    void whereTheRuleIsNarrowedIsTold() {
        String narrowed = SHORT + "where: {channel: [web, app], variant: [bot-b]}\n";

        assertThat(summary(narrowed, firing(BAD)))
                .startsWith("Resolution rate of variant bot-b, channel web or app is");
    }

    @Test
    void ownTemplatesTakeTheirPlaceByLanguage() {
        var said = words(
                        SHORT
                                + """
                        labels: {team: desk}
                        annotations:
                          summary: {en: "{group.variant}: {value} < {limit} for {labels.team}", zh-CN: "{group.variant}：{value}"}
                          extra: "{severity} {when}"
                        """,
                        firing(BAD))
                .annotations();

        assertThat(said.get("summary")).isEqualTo(Map.of("en", "bot-b: 48 % < 70 % for desk", "zh-CN", "bot-b：48%"));
        assertThat(said.get("extra").get("zh-CN")).isEqualTo("警告 2026-11-22 14:05 Asia/Shanghai");
        assertThat(said.get("description")).containsOnlyKeys("en", "zh-CN");
    }

    @Test
    void templateThatFailsIsReplacedAndCountedAndNeverLosesTheAlert() {
        Rule stored = withNotice(new Notice(
                Map.of("team", "{gone}"),
                Map.of("summary", Map.of("en", "{gone}", "zh-CN", "{gone}"), "extra", Map.of("en", "{gone}")),
                null,
                Map.of("board", "https://{group.variant} x/")));
        RuleWording wording = wordings.of(stored);

        var said = wording.words(firing(BAD));

        assertThat(said.annotations().get("summary").get("en")).startsWith("Resolution rate of variant bot-b is");
        assertThat(said.annotations().get("extra").get("en")).startsWith("Resolution rate of variant bot-b is");
        assertThat(said.links()).doesNotContainKey("board");
        assertThat(wording.labels(BOT_B).values()).doesNotContainKey("team").containsEntry("variant", "bot-b");
        assertThat(meters.counter("deskpulse.alerting.template.failures", "place", "annotation")
                        .count())
                .isEqualTo(4);
        assertThat(meters.counter("deskpulse.alerting.template.failures", "place", "link")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void labelsAreTheIdentityAndDoNotChange() {
        RuleWording wording = wordings.of(rule(SHORT + "labels: {about: '{group.variant}/{metric}'}\n"));

        assertThat(wording.labels(BOT_B).values())
                .isEqualTo(Map.of(
                        "alertname",
                        "bot-resolution",
                        "severity",
                        "warning",
                        "metric",
                        "resolution_rate",
                        "variant",
                        "bot-b",
                        "about",
                        "bot-b/resolution_rate"));
    }

    @Test
    void linksLeadToTheRuleTheConsoleAndTheRows() {
        String linked = SHORT
                + "runbook: https://wiki.example/x\nlinks: {board: 'https://grafana.example/?v={group.variant}'}\n";

        var links = wordings.of(rule(linked))
                .words(new Occasion(Map.of("variant", "a b&c"), State.FIRING, Reason.BREACHED, BAD, AT))
                .links();

        assertThat(links)
                .containsEntry("runbook", "https://wiki.example/x")
                .containsEntry("board", "https://grafana.example/?v=a%20b%26c")
                .containsEntry(
                        "console",
                        "https://desk.example/c/metrics/resolution_rate?from=2026-11-22T05%3A50%3A00Z"
                                + "&to=2026-11-22T06%3A05%3A00Z&where=variant%3Aa%20b%26c");
        assertThat(links.get("rows")).startsWith("https://desk.example/c/metrics/resolution_rate/rows?from=");
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyReasonAndConditionHasWordsInBothLanguages(Reason reason) {
        for (String condition : List.of(
                "metric: resolution_rate, condition: {type: threshold, operator: '<', limit: 0.7}",
                "metric: resolution_rate, condition: {type: change, operator: '<', limit: -0.2}",
                "metric: resolution_rate, condition: {type: burnRate, objective: 0.7, factor: 2, shortWindow: 1m}",
                "metric: resolution_rate, condition: {type: noData}",
                "condition: {type: always}")) {
            for (State state : State.values()) {
                Rule rule = rule("{id: a, name: {en: N, zh-CN: 名}, " + condition + "}");

                var said = wordings.of(rule)
                        .words(new Occasion(Map.of(), state, reason, Evidence.NONE, AT))
                        .annotations();

                assertThat(said.get("summary")).containsOnlyKeys("en", "zh-CN");
                assertThat(said.get("summary").get("en")).doesNotContain("null");
                assertThat(said.get("description").get("zh-CN"))
                        .doesNotContain("null")
                        .endsWith("。");
            }
        }
    }

    @Test
    void everyWordOfTheVocabularyHasAValue() {
        Rule rule = rule(SHORT + "labels: {team: desk}\n");
        String all = String.join("|", Vocabulary.ofTexts(List.of("variant"), List.of("team")));
        Rule asking = withNotice(new Notice(
                rule.notice().labels(),
                Map.of("all", Map.of("en", all.replaceAll("[^|]+", "{$0}"), "zh-CN", "x")),
                null,
                Map.of()));

        wordings.of(asking).words(new Occasion(BOT_B, State.FIRING, Reason.BREACHED, Evidence.NONE, AT));

        assertThat(meters.counter("deskpulse.alerting.template.failures", "place", "annotation")
                        .count())
                .isZero();
    }

    private RuleWording.Words words(String yaml, Occasion occasion) {
        return wordings.of(rule(yaml)).words(occasion);
    }

    private String summary(String yaml, Occasion occasion) {
        return words(yaml, occasion).annotations().get("summary").get("en");
    }

    private static Occasion firing(Evidence evidence) {
        return new Occasion(BOT_B, State.FIRING, Reason.BREACHED, evidence, AT);
    }

    private static Evidence value(Double value, Double limit) {
        return new Evidence(value, null, null, null, null, 30L, limit, null, FROM, AT);
    }

    private static String times(String operator, int limit) {
        return "{id: a, metric: first_response_time, stat: p90, condition: {type: threshold, operator: '" + operator
                + "', limit: " + limit + "}}";
    }

    private static Rule withNotice(Notice notice) {
        Rule rule = rule(SHORT);
        return new Rule(
                rule.tenant(),
                rule.id(),
                1,
                rule.name(),
                true,
                rule.query(),
                rule.condition(),
                rule.pace(),
                rule.severity(),
                notice);
    }
}
