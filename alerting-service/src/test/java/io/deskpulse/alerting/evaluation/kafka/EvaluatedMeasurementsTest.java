package io.deskpulse.alerting.evaluation.kafka;

import static io.deskpulse.alerting.evaluation.Cells.counts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskpulse.alerting.AlertingTest;
import io.deskpulse.alerting.alert.ActOnAlerts;
import io.deskpulse.alerting.alert.Alert;
import io.deskpulse.alerting.alert.Reason;
import io.deskpulse.alerting.alert.State;
import io.deskpulse.alerting.evaluation.RuleUnderTest;
import io.deskpulse.localstack.quarkus.LocalStackResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;

/** From the topic to stored alerts, with Kafka and Postgres. */
@QuarkusTest
@AlertingTest
@TestProfile(SomebodyEvaluates.class)
class EvaluatedMeasurementsTest extends EvaluatedTenant {
    @Inject
    ActOnAlerts hands;

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
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
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
