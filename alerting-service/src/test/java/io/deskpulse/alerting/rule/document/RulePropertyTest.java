package io.deskpulse.alerting.rule.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.alerting.rule.Condition;
import io.deskpulse.alerting.rule.NoDataPolicy;
import io.deskpulse.alerting.rule.Notice;
import io.deskpulse.alerting.rule.Operator;
import io.deskpulse.alerting.rule.Pace;
import io.deskpulse.alerting.rule.Query;
import io.deskpulse.alerting.rule.Rule;
import io.deskpulse.alerting.rule.RuleDocuments;
import io.deskpulse.alerting.rule.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RulePropertyTest {
    private static final RuleReader READER = new RuleReader(RuleDocuments.CATALOGUE);
    private static final List<String> MEMBERS = List.of(
            "id",
            "name",
            "enabled",
            "metric",
            "stat",
            "where",
            "by",
            "window",
            "slide",
            "condition",
            "for",
            "labels",
            "annotations",
            "links",
            "runbook",
            "type",
            "operator",
            "limit",
            "recovery",
            "en",
            "zh-CN",
            "channel",
            "oops");

    @Property(tries = 300)
    void whatIsWrittenIsReadAgainInBothForms(@ForAll("rules") Rule rule) {
        JsonNode written = RuleWriter.write(rule);

        assertThat(READER.read("shop", Document.json(written.toString().getBytes(UTF_8))))
                .isEqualTo(new Reading.Sound(rule));
        assertThat(READER.read("shop", Document.yaml(YamlText.write(written).getBytes(UTF_8))))
                .isEqualTo(new Reading.Sound(rule));
    }

    @Property(tries = 1000)
    void anyTreeIsARuleOrHasFaultsInsideIt(@ForAll("trees") JsonNode tree) {
        Reading reading = READER.read("shop", tree, "/rules/3");

        if (reading instanceof Reading.Faulty faulty) {
            assertThat(faulty.faults())
                    .isNotEmpty()
                    .allMatch(fault -> fault.pointer().startsWith("/rules/3"))
                    .noneMatch(fault -> fault.detail().isBlank());
        }
    }

    @Property(tries = 1000)
    void anyBytesAreATreeOrAFault(@ForAll byte[] bytes) {
        assertThat(Document.yaml(bytes)).isNotNull();
        assertThat(Document.json(bytes)).isNotNull();
        assertThat(READER.read("shop", Document.yaml(bytes))).isInstanceOf(Reading.Faulty.class);
    }

    @Property(tries = 300)
    void anyTextIsATreeOrAFault(@ForAll String text) {
        assertThat(READER.read("shop", Document.yaml(text.getBytes(UTF_8)))).isInstanceOf(Reading.Faulty.class);
    }

    @Property
    void lengthOfTimeThatIsWrittenIsReadAgain(@ForAll int millis) {
        Duration length = Duration.ofMillis(Math.abs((long) millis));

        assertThat(Durations.read(Durations.write(length))).contains(length);
    }

    @Provide
    Arbitrary<Rule> rules() {
        Arbitrary<Query> queries = Combinators.combine(
                        Arbitraries.of("resolution_rate", "escalation_rate", "negative_rate"),
                        Arbitraries.maps(
                                        Arbitraries.of("channel", "topic", "handler"),
                                        texts().list().ofMinSize(1).ofMaxSize(3).uniqueElements())
                                .ofMaxSize(3),
                        Arbitraries.of("variant", "scene", "region")
                                .list()
                                .uniqueElements()
                                .ofMaxSize(3),
                        Arbitraries.integers().between(5, 1440),
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.integers().between(0, 3600_000))
                .as((metric, where, by, window, slide, delay) -> new Query(
                        metric,
                        null,
                        null,
                        where,
                        by,
                        Duration.ofMinutes(window),
                        Duration.ofMinutes(slide),
                        Duration.ofMillis(delay)));
        Arbitrary<Pace> paces = Combinators.combine(
                        Arbitraries.integers().between(0, 86_400_000),
                        Arbitraries.integers().between(0, 1000),
                        Arbitraries.of(NoDataPolicy.values()),
                        Arbitraries.integers().between(1, 1000))
                .as((holdFor, samples, noData, most) ->
                        new Pace(Duration.ofMillis(holdFor), Duration.ofMinutes(samples), samples, noData, most, most));
        Arbitrary<Notice> notices = Combinators.combine(
                        Arbitraries.maps(Arbitraries.of("team", "owner", "_x1"), templates()),
                        Arbitraries.maps(
                                Arbitraries.of("summary", "note"),
                                templates().tuple2().map(pair -> Map.of("en", pair.get1(), "zh-CN", pair.get2()))))
                .as((labels, annotations) -> new Notice(labels, annotations, "https://wiki.example/x", Map.of()));
        return Combinators.combine(
                        texts(),
                        Arbitraries.of(true, false),
                        queries,
                        conditions(),
                        paces,
                        Arbitraries.of(Severity.values()),
                        notices)
                .as((name, enabled, query, condition, pace, severity, notice) -> new Rule(
                        "shop",
                        "a-rule",
                        0,
                        Map.of("en", name, "zh-CN", name + "中"),
                        enabled,
                        query,
                        condition,
                        pace,
                        severity,
                        notice));
    }

    private static Arbitrary<Condition> conditions() {
        Arbitrary<Double> share = Arbitraries.doubles().between(0, 1).ofScale(6);
        return Arbitraries.oneOf(
                Combinators.combine(
                                Arbitraries.of(Operator.values()),
                                share,
                                Arbitraries.of(true, false),
                                Arbitraries.of(Condition.Certainty.values()))
                        .as((operator, limit, recovers, certainty) ->
                                new Condition.Threshold(operator, limit, recovers ? limit : null, certainty)),
                Combinators.combine(
                                Arbitraries.of(Operator.values()),
                                share,
                                Arbitraries.just(Condition.Baseline.PREVIOUS),
                                Arbitraries.of(Condition.Measure.values()),
                                Arbitraries.of(true, false))
                        .as((operator, limit, baseline, measure, significant) ->
                                new Condition.Change(baseline, measure, operator, limit, null, significant)),
                Arbitraries.doubles()
                        .between(0.5, 0.9)
                        .ofScale(3)
                        .map(objective -> new Condition.BurnRate(objective, 1.5, Duration.ofMinutes(2))));
    }

    /** Texts as people and mischief write them; YAML has its own mind about many. */
    private static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "yes",
                        "null",
                        "~",
                        "1e3",
                        "0x1F",
                        "- a",
                        "a: b",
                        "#",
                        "'",
                        "\"",
                        "{",
                        "*x",
                        "&x",
                        "!t",
                        "2026-01-01",
                        "多行\n文本",
                        " x ",
                        "=",
                        "<<"),
                Arbitraries.strings()
                        .all()
                        .excludeChars('\0')
                        .ofMinLength(1)
                        .ofMaxLength(30)
                        .filter(text -> !text.isBlank() && wellFormed(text)));
    }

    private static Arbitrary<String> templates() {
        return texts().map(text -> text.replace("{", "{{").replace("}", "}}") + " {rule}");
    }

    /** Half of a surrogate pair is no text in UTF-8. */
    private static boolean wellFormed(String text) {
        return UTF_8.newEncoder().canEncode(text);
    }

    @Provide
    Arbitrary<JsonNode> trees() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        Arbitrary<JsonNode> leaves = Arbitraries.oneOf(
                Arbitraries.of("resolution_rate", "5m", "{value}", "threshold", "<", "0.7", "")
                        .map(json::textNode),
                Arbitraries.strings().ofMaxLength(8).map(json::textNode),
                Arbitraries.doubles().map(json::numberNode),
                Arbitraries.integers().map(json::numberNode),
                Arbitraries.of(true, false).map(json::booleanNode),
                Arbitraries.just(json.nullNode()));
        return Arbitraries.recursive(() -> leaves, RulePropertyTest::nested, 0, 4);
    }

    private static Arbitrary<JsonNode> nested(Arbitrary<JsonNode> inner) {
        return Arbitraries.oneOf(
                inner.list().ofMaxSize(3).map(all -> {
                    ArrayNode array = JsonNodeFactory.instance.arrayNode();
                    all.forEach(array::add);
                    return array;
                }),
                Arbitraries.maps(Arbitraries.of(MEMBERS), inner).ofMaxSize(12).map(all -> {
                    ObjectNode object = JsonNodeFactory.instance.objectNode();
                    all.forEach(object::set);
                    return object;
                }));
    }
}
