package io.deskpulse.alerting.text;

import static io.deskpulse.alerting.rule.RuleDocuments.SHORT;
import static io.deskpulse.alerting.rule.RuleDocuments.rule;
import static io.deskpulse.alerting.text.Occasions.AT;
import static io.deskpulse.alerting.text.Occasions.BAD;
import static io.deskpulse.alerting.text.Occasions.FROM;
import static io.deskpulse.alerting.text.Occasions.firing;
import static io.deskpulse.alerting.text.Occasions.wordings;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.alerting.alert.Evidence;
import io.deskpulse.alerting.alert.Reason;
import io.deskpulse.alerting.alert.State;
import io.deskpulse.alerting.rule.Rule;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said of an alert whose rule has no templates of its own. */
class WordingTest {
    private final Wordings wordings = wordings(new SimpleMeterRegistry());

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

    private RuleWording.Words words(String yaml, Occasion occasion) {
        return wordings.of(rule(yaml)).words(occasion);
    }

    private String summary(String yaml, Occasion occasion) {
        return words(yaml, occasion).annotations().get("summary").get("en");
    }

    private static Evidence value(Double value, Double limit) {
        return new Evidence(value, null, null, null, null, 30L, limit, null, FROM, AT);
    }

    private static String times(String operator, int limit) {
        return "{id: a, metric: first_response_time, stat: p90, condition: {type: threshold, operator: '" + operator
                + "', limit: " + limit + "}}";
    }
}
