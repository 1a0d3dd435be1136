package io.deskpulse.alerting.inhibition;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.alerting.alert.Labels;
import io.deskpulse.alerting.matching.Matcher;
import io.deskpulse.alerting.matching.Matchers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InhibitRuleTest {
    private static final InhibitRule RULE =
            new InhibitRule(matchers("severity=critical"), matchers("severity=~\"warning|info\""), List.of("queue"));

    @Test
    void criticalAlertInhibitsOthersOfItsQueueOnly() {
        assertThat(RULE.inhibits(labels("critical", "vip"), labels("warning", "vip")))
                .isTrue();
        assertThat(RULE.inhibits(labels("critical", "vip"), labels("warning", "sales")))
                .isFalse();
        assertThat(RULE.inhibits(labels("warning", "vip"), labels("info", "vip")))
                .isFalse();
    }

    @Test
    void labelThatBothLackIsEqual() {
        assertThat(RULE.inhibits(labels("critical", ""), labels("warning", ""))).isTrue();
        assertThat(RULE.inhibits(labels("critical", ""), labels("warning", "vip")))
                .isFalse();
    }

    @Test
    void alertsThatMatchBothSidesDoNotInhibitEachOtherNorThemselves() {
        InhibitRule both = new InhibitRule(matchers("queue=~.+"), matchers("queue=~.+"), List.of());

        assertThat(both.inhibits(labels("critical", "vip"), labels("critical", "vip")))
                .isFalse();
        assertThat(both.inhibits(labels("critical", "vip"), labels("warning", "sales")))
                .isFalse();
    }

    private static Matchers matchers(String text) {
        return new Matchers(List.of(Matcher.parse(text)));
    }

    private static Labels labels(String severity, String queue) {
        return Labels.of(Map.of("severity", severity, "queue", queue));
    }
}
