package io.deskpulse.alerting.rule;

import static io.deskpulse.alerting.rule.RuleDocuments.CATALOGUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.alerting.rule.document.RuleReader;
import io.deskpulse.alerting.rule.starter.Starters;
import io.deskpulse.catalogue.definition.Metric;
import io.deskpulse.catalogue.definition.Target;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StartersTest {
    private final List<Rule> starters = new Starters(new RuleReader(CATALOGUE)).of("shop");

    @Test
    void everyTargetThatCanBeWatchedHasAStarterWithJustThatLimit() {
        Map<String, Rule> thresholds = starters.stream()
                .filter(rule -> rule.condition() instanceof Condition.Threshold)
                .collect(Collectors.toMap(rule -> rule.query().metric(), rule -> rule));

        for (Metric metric : CATALOGUE.metrics()) {
            if (metric.live() && metric.target() != null) {
                Rule rule = thresholds.get(metric.id());
                Condition.Threshold threshold = (Condition.Threshold) rule.condition();
                Target target = metric.target();
                assertThat(rule.query().stat()).as(metric.id()).isEqualTo(target.stat());
                assertThat(threshold.limit())
                        .as(metric.id())
                        .isEqualTo(target.atLeast() == null ? target.atMost() : target.atLeast());
                assertThat(threshold.operator()).isEqualTo(target.atLeast() == null ? Operator.ABOVE : Operator.BELOW);
                assertThat(target.isMetBy(threshold.limit())).isTrue();
            }
        }
    }

    @Test
    void eachKindOfConditionHasAStarter() {
        assertThat(starters.stream().map(rule -> rule.condition().getClass()).distinct())
                .hasSize(5);
        assertThat(starters).extracting(Rule::id).doesNotHaveDuplicates();
    }

    @Test
    void eachIsWrittenInBothLanguages() {
        for (Rule rule : starters) {
            assertThat(rule.name().get("zh-CN")).as(rule.id()).containsPattern("\\p{IsHan}");
            rule.notice().annotations().forEach((name, texts) -> assertThat(texts.get("zh-CN"))
                    .as(rule.id() + " " + name)
                    .containsPattern("\\p{IsHan}")
                    .isNotEqualTo(texts.get("en")));
        }
    }
}
