package io.deskpulse.alerting.evaluation.kafka;

import static io.deskpulse.alerting.evaluation.Cells.counts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskpulse.alerting.AlertingTest;
import io.deskpulse.alerting.alert.ActOnAlerts;
import io.deskpulse.alerting.alert.Alert;
import io.deskpulse.alerting.alert.Decisions;
import io.deskpulse.alerting.alert.Reason;
import io.deskpulse.alerting.alert.State;
import io.deskpulse.alerting.alert.Transition;
import io.deskpulse.alerting.evaluation.Asking;
import io.deskpulse.alerting.evaluation.Decided;
import io.deskpulse.alerting.evaluation.RuleUnderTest;
import io.deskpulse.alerting.evaluation.RulesNow;
import io.deskpulse.alerting.rule.RuleVersion;
import io.deskpulse.alerting.rule.Rules;
import io.deskpulse.kit.postgres.Schema;
import io.deskpulse.kit.postgres.Transactions;
import io.deskpulse.localstack.quarkus.LocalStackResource;
import io.deskpulse.localstack.stack.Topics;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the topic to stored alerts, with Kafka and Postgres. */
@QuarkusTest
@AlertingTest
@TestProfile(SomebodyEvaluates.class)
class EvaluatedMeasurementsTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final String tenant = "eval-" + UUID.randomUUID().toString().substring(0, 8);

    @Inject
    Rules rules;

    @Inject
    Transactions transactions;

    @Inject
    Decisions decisions;

    @Inject
    ActOnAlerts hands;

    @Inject
    Claims claims;

    @Inject
    Asking asking;

    @Inject
    Schema schema;

    @BeforeEach
    void awaitTables() {
        await().until(schema::migrated);
    }

    private RuleUnderTest resolution() {
        return RuleUnderTest.on("resolution_rate").of(tenant).below(0.7).over(MINUTE);
    }

    private void save(RuleUnderTest rule) {
        transactions.run(() -> {
            rules.save(new RuleVersion(rule.make(), Instant.now(), "test"));
        });
    }

    private void closed(int resolved, int all) {
        Measurements.count(tenant, Map.of(), counts("conversations_closed", all, "resolved_by_bot", resolved));
    }

    private Alert awaitOne(State state) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(decisions.standing(tenant))
                .extracting(Alert::state)
                .containsExactly(state));
        return decisions.standing(tenant).get(0);
    }

    private void awaitNone() {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(decisions.standing(tenant)).isEmpty());
    }

    /** A minute that is healthy, after which whoever evaluates has surely taken the rule. */
    private void untilEvaluated(RuleUnderTest rule) {
        save(rule);
        closed(0, 10);
        Measurements.nextMinute();
        awaitOne(State.FIRING);
        closed(10, 10);
        Measurements.nextMinute();
        awaitNone();
    }

    @Test
    void aRuleThatComesAfterItsDataFiresByIt() {
        closed(4, 10);
        Measurements.nextMinute();

        save(resolution());

        Alert firing = awaitOne(State.FIRING);
        assertThat(firing.last().reason()).isEqualTo(Reason.BREACHED);
        assertThat(firing.last().evidence().value()).isEqualTo(0.4);
        closed(9, 10);
        Measurements.nextMinute();
        awaitNone();
    }

    @Test
    void aCountThatGrowsFiresBeforeItsMinuteIsOver() {
        save(RuleUnderTest.on("conversations_started").of(tenant).above(99).over(MINUTE));
        Measurements.nextMinute();

        Measurements.count(tenant, Map.of(), counts("conversations_started", 100));

        awaitOne(State.FIRING);
    }

    @Test
    void aRuleThatIsDeletedEndsItsAlerts() {
        save(resolution());
        closed(0, 10);
        Measurements.nextMinute();
        awaitOne(State.FIRING);

        transactions.run(() -> rules.delete(tenant, "low-resolution"));

        awaitNone();
    }

    @Test
    void whatSomebodyEndsComesBackWhenItIsBreachedAnew() {
        save(resolution());
        closed(0, 10);
        Measurements.nextMinute();
        Alert firing = awaitOne(State.FIRING);

        hands.resolve(tenant, firing.fingerprint(), "ann", "known");
        awaitNone();
        await().during(Duration.ofSeconds(2))
                .until(() -> decisions.standing(tenant).isEmpty());
        closed(0, 10);
        Measurements.nextMinute();

        assertThat(awaitOne(State.FIRING).revision()).isGreaterThan(firing.revision());
    }

    @Test
    void whoeverHasLostTheFenceTakesItAgainAndGoesOn() {
        untilEvaluated(resolution());

        decisions.take("measurements-" + History.partitionOf(tenant, Topics.PARTITIONS));
        closed(1, 10);
        Measurements.nextMinute();

        assertThat(awaitOne(State.FIRING).last().evidence().value()).isEqualTo(0.1);
    }

    @Test
    void anotherOwnerGoesOnWhereTheFirstStoodAndPagesNobodyAgain() {
        save(resolution());
        closed(1, 10);
        Measurements.nextMinute();
        Alert firing = awaitOne(State.FIRING);

        Claim taken = claim(asking.rules());

        assertThat(of(tenant, taken.restored())).isEmpty();
        assertThat(of(tenant, taken.evaluation().advance())).isEmpty();
        assertThat(taken.evaluation().of(tenant).census().in(State.FIRING)).isEqualTo(1);
        assertThat(decisions.standing(tenant)).containsExactly(firing);
    }

    @Test
    void anotherOwnerEndsWhatHasNoRuleAnyMore() {
        save(resolution());
        closed(1, 10);
        Measurements.nextMinute();
        awaitOne(State.FIRING);

        Claim taken = claim(new RulesNow(0, Map.of()));

        assertThat(of(tenant, taken.restored())).singleElement().satisfies(ended -> {
            assertThat(ended.to()).isEqualTo(State.NORMAL);
            assertThat(ended.reason()).isEqualTo(Reason.RULE_REMOVED);
        });
    }

    private Claim claim(RulesNow inForce) {
        return claims.claim(History.partitionOf(tenant, Topics.PARTITIONS), Topics.PARTITIONS, inForce, () -> true);
    }

    private static List<Transition> of(String tenant, Decided decided) {
        return decided.transitions().stream()
                .filter(each -> each.tenant().equals(tenant))
                .toList();
    }

    @Test
    void aSecondRuleSeesWhatCameBeforeItThoughNobodyLookedAtItThen() {
        untilEvaluated(resolution());
        Measurements.count(tenant, Map.of(), counts("bot_answers_rated", 10, "bot_fallbacks", 9));
        closed(10, 10);
        Measurements.nextMinute();

        save(RuleUnderTest.on("fallback_rate")
                .of(tenant)
                .named("fallbacks")
                .above(0.5)
                .over(MINUTE));

        assertThat(awaitOne(State.FIRING).last().evidence().value()).isEqualTo(0.9);
    }

    @Test
    void whatIsNoMeasurementBecomesADeadLetterAndStopsNothing() {
        untilEvaluated(resolution());

        Measurements.send(tenant, "{\"tenant\":7}".getBytes(StandardCharsets.UTF_8));
        closed(0, 10);
        Measurements.nextMinute();

        awaitOne(State.FIRING);
        assertThat(deadLetters()).anySatisfy(letter -> {
            assertThat(new String(letter.key(), StandardCharsets.UTF_8)).isEqualTo(tenant);
            assertThat(new String(letter.headers().lastHeader("dl_problem").value(), StandardCharsets.UTF_8))
                    .isEqualTo("urn:deskpulse:problem:invalid-measurement");
        });
    }

    private static List<ConsumerRecord<byte[], byte[]>> deadLetters() {
        Map<String, Object> properties = Map.of(
                "bootstrap.servers",
                LocalStackResource.shared().addresses().bootstrapServers(),
                "group.id",
                "test-" + UUID.randomUUID(),
                "auto.offset.reset",
                "earliest");
        List<ConsumerRecord<byte[], byte[]>> found = new java.util.ArrayList<>();
        try (var consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of("dead-letters"));
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
                return !found.isEmpty();
            });
        }
        return found;
    }
}
