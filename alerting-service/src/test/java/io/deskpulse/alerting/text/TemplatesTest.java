package io.deskpulse.alerting.text;

import static io.deskpulse.alerting.rule.RuleDocuments.SHORT;
import static io.deskpulse.alerting.rule.RuleDocuments.rule;
import static io.deskpulse.alerting.text.Occasions.AT;
import static io.deskpulse.alerting.text.Occasions.BAD;
import static io.deskpulse.alerting.text.Occasions.BOT_B;
import static io.deskpulse.alerting.text.Occasions.firing;
import static io.deskpulse.alerting.text.Occasions.wordings;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.alerting.alert.Evidence;
import io.deskpulse.alerting.alert.Reason;
import io.deskpulse.alerting.alert.State;
import io.deskpulse.alerting.rule.Notice;
import io.deskpulse.alerting.rule.Rule;
import io.deskpulse.alerting.rule.Vocabulary;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of the templates in annotations, labels and links of a rule. */
class TemplatesTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Wordings wordings = wordings(meters);

    @Test
    void ownTemplatesTakeTheirPlaceByLanguage() {
        var said = wordings.of(
                        rule(
                                SHORT
                                        + """
                        labels: {team: desk}
                        annotations:
                          summary: {en: "{group.variant}: {value} < {limit} for {labels.team}", zh-CN: "{group.variant}：{value}"}
                          extra: "{severity} {when}"
                        """))
                .words(firing(BAD))
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
