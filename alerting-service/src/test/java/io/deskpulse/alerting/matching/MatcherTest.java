package io.deskpulse.alerting.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.alerting.alert.Labels;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatcherTest {
    private static final Labels VIP =
            Labels.of(Map.of("queue", "vip", "severity", "critical", "note", "a \"b\" \\ c\nd"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '§',
            value = {
                "queue=vip # true",
                "queue=\"vip\" # true",
                " queue = \"vip\" # true",
                "queue=vi # false",
                "queue!=vip # false",
                "queue!=sales # true",
                "queue=~v.* # true",
                "queue=~v # false",
                "queue=~\"vip|sales\" # true",
                "queue!~v # true",
                "queue!~\"(?i)VIP\" # false",
                "absent=\"\" # true",
                "absent!=x # true",
                "absent=~.* # true",
                "absent=~.+ # false",
                "note=\"a \\\"b\\\" \\\\ c\\nd\" # true",
                "note=~\"a.*d\" # true"
            })
    void matcherHoldsAsAlertmanagersDoes(String text, boolean holds) {
        Matcher matcher = Matcher.parse(text);

        assertThat(matcher.matches(VIP)).isEqualTo(holds);
        assertThat(Matcher.parse(matcher.toString())).isEqualTo(matcher);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "queue",
                "=vip",
                "1queue=vip",
                "queue>vip",
                "queue=\"vip",
                "queue=vi\"p",
                "queue=\"a\\t\"",
                "queue=~\"(\"",
                "queue=~\"(?=x)\"",
                "queue=~\"((x{50}){50}){50}\"",
                "queue=~\"x{1001}\""
            })
    void whatIsNoMatcherIsRefusedWithWhatToDo(String text) {
        assertThatThrownBy(() -> Matcher.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(".");
    }

    @Test
    void noExpressionTakesLongerThanItsValueIsLong() {
        Matcher evil = Matcher.parse("queue=~\"(a+)+b|(a|a)*c|(.*.*.*)*d\"");
        Labels labels = Labels.of(Map.of("queue", "a".repeat(20_000)));

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertThat(evil.matches(labels)).isFalse());
    }

    @Test
    void matchersAreKnownByWhatTheyWantInWhateverOrder() {
        assertThat(new Matchers(List.of(Matcher.parse("b=2"), Matcher.parse("a=1"))))
                .hasToString("{a=\"1\",b=\"2\"}");
    }
}
