package io.deskpulse.alerting.receiver;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.deskpulse.alerting.receiver.Making.make;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskpulse.alerting.alert.Alert;
import io.deskpulse.alerting.alert.State;
import io.deskpulse.alerting.receiver.Outside.Servers;
import io.deskpulse.alerting.receiver.Sender.Outcome;
import io.deskpulse.kit.postgres.Schema;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Outside.class)
class PagerDutyTest {
    private static final String KEY = "0123456789abcdef0123456789abcdef";

    @Inject
    SendNotifications sender;

    @Inject
    Schema schema;

    @BeforeEach
    void tablesAreThere() {
        Awaitility.await().until(schema::migrated);
    }

    @Test
    void groupIsTriggeredAcknowledgedAndResolvedUnderOneKey() throws Exception {
        pagerDuty("pd-life", 202);
        Alert firing = Telling.firing("pd-life", "a");
        Alert acknowledged = new Alert(
                firing.fingerprint(),
                8,
                firing.last(),
                firing.startedAt(),
                firing.firedAt(),
                null,
                new Alert.Acknowledgement("li", Telling.START, ""),
                Map.of());

        sender.send(Telling.of("pd-life", "n-1", firing));
        sender.send(Telling.of("pd-life", "n-2", acknowledged));
        sender.send(Telling.of("pd-life", "n-3", Telling.resolved("pd-life", "a")));

        JsonNode trigger = event("pd-life", 0);
        assertThat(trigger.at("/routing_key").textValue()).isEqualTo(KEY);
        assertThat(trigger.at("/event_action").textValue()).isEqualTo("trigger");
        assertThat(trigger.at("/dedup_key").textValue()).hasSizeBetween(10, 255);
        assertThat(trigger.at("/payload/summary").textValue()).isEqualTo("[FIRING] Resolution of a is 41 %");
        assertThat(trigger.at("/payload/source").textValue()).isEqualTo("deskpulse/pd-life");
        assertThat(trigger.at("/payload/severity").textValue()).isEqualTo("critical");
        assertThat(trigger.at("/payload/timestamp").textValue()).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(trigger.at("/payload/component").textValue()).isEqualTo("low-resolution");
        assertThat(trigger.at("/payload/custom_details/alerts/0/labels/variant").textValue())
                .isEqualTo("a");
        assertThat(trigger.at("/client_url").textValue()).isEqualTo("https://desk.example");
        assertThat(trigger.at("/links/0/href").textValue()).isEqualTo("https://desk.example/console/alerts");
        assertThat(event("pd-life", 1).at("/event_action").textValue()).isEqualTo("acknowledge");
        assertThat(event("pd-life", 2).at("/event_action").textValue()).isEqualTo("resolve");
        for (int i = 1; i < 3; i++) {
            assertThat(event("pd-life", i).at("/dedup_key")).isEqualTo(trigger.at("/dedup_key"));
        }
    }

    @Test
    void longValuesAreCut() throws Exception {
        pagerDuty("pd-long", 202);
        Alert alert = Telling.alert("pd-long", Map.of("topic", "题".repeat(5_000)), State.FIRING, "x".repeat(5_000), "");

        sender.send(Telling.of("pd-long", "n-1", alert));

        JsonNode event = event("pd-long", 0);
        assertThat(event.at("/payload/summary").textValue()).hasSizeLessThanOrEqualTo(1_024);
        assertThat(event.at("/payload/custom_details/alerts/0/labels/topic").textValue())
                .hasSize(1_024)
                .endsWith("题…");
    }

    @Test
    void statusesMeanWhatTheirDocumentSays() {
        Map<Integer, Outcome> expected = Map.of(
                202, new Outcome.Sent(),
                400, new Outcome.Refused("status-400"),
                429, new Outcome.Retry("rate-limited", Optional.empty()),
                500, new Outcome.Retry("status-500", Optional.empty()),
                503, new Outcome.Retry("status-503", Optional.empty()));

        expected.forEach((status, outcome) -> {
            String tenant = "pd-" + status;
            pagerDuty(tenant, status);
            assertThat(sender.send(Telling.of(tenant, "n-1", Telling.firing(tenant, "a"))))
                    .isEqualTo(outcome);
        });
    }

    private static void pagerDuty(String tenant, int status) {
        make(
                tenant,
                "{\"kind\":\"pagerduty\",\"settings\":{\"url\":\"" + Servers.url("/" + tenant)
                        + "\"},\"secrets\":{\"routingKey\":\"" + KEY + "\"}}");
        Servers.web.stubFor(post("/" + tenant).willReturn(aResponse().withStatus(status)));
    }

    private static JsonNode event(String tenant, int index) throws Exception {
        return new ObjectMapper()
                .readTree(Servers.web
                        .findAll(postRequestedFor(urlEqualTo("/" + tenant)))
                        .get(index)
                        .getBodyAsString());
    }
}
