package io.deskpulse.alerting.receiver.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.alerting.alert.Alert;
import io.deskpulse.alerting.alert.State;
import io.deskpulse.alerting.receiver.Delivery;
import io.deskpulse.alerting.receiver.Kind;
import io.deskpulse.alerting.receiver.Linked;
import io.deskpulse.alerting.receiver.Notification;
import io.deskpulse.alerting.receiver.Receiver;
import io.deskpulse.alerting.receiver.Secrets;
import io.deskpulse.alerting.receiver.Settings;
import io.deskpulse.alerting.receiver.Telling;
import io.deskpulse.alerting.receiver.Texts;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WriteTextsTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final WriteTexts texts = new WriteTexts(Linked.to("https://desk.example"), registry);

    @Test
    void englishMarkdownTellsWhatFires() {
        Written text = write("en", Medium.MARKDOWN, Texts.OURS, Telling.firing("t", "b-2"));

        assertThat(text.title()).isEqualTo("[FIRING] Resolution of b-2 is 41 %");
        assertThat(text.body())
                .isEqualTo(
                        """
                        **Firing: Resolution of b-2 is 41 %**

                        - Severity: critical
                        - Since: 2026-03-01 10:00:00 UTC
                        - variant: b-2
                        - [Details](https://desk.example/console/alerts)""");
    }

    @Test
    void chineseTellsTheSame() {
        Written text = write("zh-CN", Medium.MARKDOWN, Texts.OURS, Telling.resolved("t", "b-2"));

        assertThat(text.title()).isEqualTo("【已恢复】b-2 的解决率为 41%");
        assertThat(text.body())
                .isEqualTo(
                        """
                        **已恢复：b-2 的解决率为 41%**

                        - 级别：严重
                        - 开始时间：2026-03-01 10:00:00 UTC
                        - 恢复时间：2026-03-01 10:10:00 UTC
                        - variant：b-2
                        - [查看详情](https://desk.example/console/alerts)""");
    }

    @Test
    void everyMediumIsWrittenInBothLanguages() {
        for (String language : List.of("en", "zh-CN")) {
            assertThat(write(language, Medium.SLACK, Texts.OURS, Telling.firing("t", "a"))
                            .body())
                    .contains("<https://desk.example/console/alerts|")
                    .doesNotContain("**", "](");
            Written mail = write(language, Medium.PLAIN, Texts.OURS, Telling.firing("t", "a"));
            assertThat(mail.body())
                    .contains("https://desk.example/console/alerts")
                    .doesNotContain("<", "**");
            assertThat(mail.html())
                    .contains("lang=\"" + language + "\"", "<a href=\"https://desk.example/console/alerts\">");
        }
    }

    @Test
    void valuesAreOnlyValues() {
        Alert hostile = Telling.alert(
                "t",
                Map.of("topic", "<script>alert(1)</script>@all [x](https://evil.example)"),
                State.FIRING,
                "{inject:secret} {#if x}",
                "x");

        assertThat(write("en", Medium.PLAIN, Texts.OURS, hostile).html())
                .contains("&lt;script&gt;", "{inject:secret} {#if x}")
                .doesNotContain("<script>");
        assertThat(write("en", Medium.MARKDOWN, Texts.OURS, hostile).body())
                .doesNotContain("<script>", "@all", "](https://evil");
    }

    @Test
    void asManyAlertsStandThereAsFitAndTheRestIsCounted() {
        Alert[] many = IntStream.range(0, 50)
                .mapToObj(i -> Telling.firing("t", "v" + i))
                .toArray(Alert[]::new);

        Written text =
                texts.write(delivery("zh-CN", Texts.OURS, many), Medium.MARKDOWN, body -> Cut.bytes(body) <= 3_400);

        assertThat(Cut.bytes(text.body())).isBetween(1_500, 3_400);
        assertThat(text.body()).endsWith("另有 38 条未显示。");
        assertThat(text.title()).isEqualTo("【告警：50 条】low-resolution");
    }

    @Test
    void tenantsTextsAreUsed() {
        Texts own = new Texts(
                Optional.of("{status} {subject} {group.alertname}"),
                Optional.of(
                        "{#for alert in alerts}{alert.summary}: {alert.value} < {alert.limit} ({alert.labels.variant}{alert.labels.nothing}) {alert.page}{/for}"));

        Written text = write("en", Medium.SLACK, own, Telling.firing("t", "a&b"));

        assertThat(text.title()).isEqualTo("firing Resolution of a&b is 41 % low-resolution");
        assertThat(text.body())
                .isEqualTo("Resolution of a&amp;b is 41 %: 0.41 < 0.6 (a&amp;b) https://desk.example/console/alerts");
    }

    @Test
    void failingTextGivesWayToOursAndIsCounted() {
        Texts failing = new Texts(Optional.of("{nothing.there}"), Optional.of("{#if"));

        Written text = write("en", Medium.SLACK, failing, Telling.firing("t", "a"));

        assertThat(text.title()).isEqualTo("[FIRING] Resolution of a is 41 %");
        assertThat(text.body()).contains("Firing: Resolution of a is 41 %");
        assertThat(registry.counter("deskpulse.alerting.receiver.template.failed", "kind", "slack", "part", "body")
                        .count())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{#for i in 1000000000}x{/for}",
                "{#each 1000000000}x{/each}",
                "{#for a in alerts}{#for b in alerts}{#for c in alerts}x{/for}{/for}{/for}",
                "{#for a in alerts.or(1000000000)}x{/for}",
                "{#include other /}",
                "{inject:texts}",
                "{cdi:texts.x}",
                "{config:['quarkus.datasource.password']}",
                "{alerts.getClass}",
                "{alerts.class.classLoader}",
                "{tenant.getBytes}",
                "{#let x=1}{/let}",
                "{#eval tenant /}",
                "{nothing}",
                "{#if firing}"
            })
    void templatesCanDoNothingButSayWhatTheyWereGiven(String template) {
        assertThatThrownBy(() -> OwnTemplate.parse(template, Medium.PLAIN)
                        .render(Facts.of(delivery("en", Texts.OURS, Telling.firing("t", "a")), Linked.to(""), 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Written write(String language, Medium medium, Texts own, Alert... alerts) {
        return texts.write(delivery(language, own, alerts), medium, body -> true);
    }

    private static Delivery delivery(String language, Texts own, Alert... alerts) {
        Receiver receiver = new Receiver(
                "t", "r", new Settings.Room(Kind.SLACK), language, own, Optional.empty(), Set.of(), 1, Telling.START);
        Notification notification = Telling.of("t", "n-1", alerts);
        return new Delivery(receiver, new Secrets(Map.of()), notification, Telling.START, false);
    }
}
