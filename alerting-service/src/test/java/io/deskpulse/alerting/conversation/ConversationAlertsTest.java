package io.deskpulse.alerting.conversation;

import static io.deskpulse.alerting.Requests.managing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.deskpulse.alerting.AlertingTest;
import io.deskpulse.alerting.alert.Alert;
import io.deskpulse.alerting.alert.State;
import io.deskpulse.alerting.alert.ToldAlerts;
import io.deskpulse.contracts.event.Event;
import io.deskpulse.contracts.event.Party;
import io.deskpulse.contracts.kafka.KafkaEvents;
import io.deskpulse.kit.postgres.Schema;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@AlertingTest
class ConversationAlertsTest {
    private static final byte[] MOOD = "{\"from\":\"customer\",\"sentiment\":0.3}".getBytes();
    private static final byte[] BAD_MOOD = "{\"from\":\"customer\",\"sentiment\":-0.9}".getBytes();
    private static final byte[] HUMAN = "{\"from\":\"human\"}".getBytes();

    private final String tenant = "t-" + UUID.randomUUID();

    @Inject
    ToldAlerts told;

    @Inject
    RulesInForce inForce;

    @Inject
    Schema schema;

    @Inject
    @Identifier("default-kafka-broker") Map<String, Object> kafka;

    @BeforeEach
    void awaitTables() {
        Awaitility.await().until(schema::migrated);
    }

    @Test
    void pagesWithinASecondOfTheEventAndEndsWhenAHumanAnswers() {
        managing(tenant)
                .header("If-Match", "\"0\"")
                .body("{\"negativeEmotion\": {\"below\": -0.5, \"severity\": \"critical\"}}")
                .put("/v1/conversation-rules")
                .then()
                .statusCode(200)
                .body("negativeEmotion.endsAfter", equalTo("PT30M"));
        Awaitility.await().until(() -> inForce.watches(tenant));
        Chat chat = new Chat(tenant, "c-" + UUID.randomUUID());
        awaitReaders(chat);
        send(chat.says(Instant.now(), null, 0.3), MOOD);

        Instant sent = Instant.now();
        send(chat.says(sent, null, -0.9), BAD_MOOD);
        Alert fired = awaitTold(State.FIRING);

        assertThat(Duration.between(sent, fired.last().decidedAt())).isLessThan(Duration.ofSeconds(1));
        assertThat(fired.labels().get("conversation")).isEqualTo(chat.id());
        send(chat.hears(Instant.now(), Party.HUMAN), HUMAN);
        assertThat(awaitTold(State.NORMAL).fingerprint()).isEqualTo(fired.fingerprint());
    }

    @Test
    void takesNoRulesThatMakeNoSense() {
        managing(tenant)
                .header("If-Match", "\"0\"")
                .body("{\"negativeEmotion\": {\"below\": -2}}")
                .put("/v1/conversation-rules")
                .then()
                .statusCode(400)
                .body("pointer", equalTo("/negativeEmotion/below"));
        managing(tenant)
                .header("If-Match", "\"7\"")
                .body("{}")
                .put("/v1/conversation-rules")
                .then()
                .statusCode(412);
        managing(tenant).body("{}").put("/v1/conversation-rules").then().statusCode(428);
    }

    /** Until its partition is read, events that were sent before count as past. */
    private void awaitReaders(Chat chat) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
            var state = managing(tenant).get("/q/health/ready");
            return state.body().asString().contains("conversations are watched");
        });
        send(chat.starts(Instant.now(), "web"), "{\"channel\":\"web\"}".getBytes());
    }

    private Alert awaitTold(State state) {
        return Awaitility.await()
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> told.of(tenant).stream()
                                .flatMap(List::stream)
                                .filter(alert -> alert.state() == state)
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    private void send(Event event, byte[] data) {
        Map<String, Object> config = new HashMap<>(kafka);
        try (var producer =
                new KafkaProducer<byte[], byte[]>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(KafkaEvents.record("interactions", event, data, System.currentTimeMillis()));
        }
    }
}
