package io.deskpulse.alerting.receiver.webhook;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.deskpulse.alerting.receiver.Making.make;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.standardwebhooks.Webhook;
import io.deskpulse.alerting.receiver.Notification;
import io.deskpulse.alerting.receiver.Outside;
import io.deskpulse.alerting.receiver.Outside.Servers;
import io.deskpulse.alerting.receiver.Sender;
import io.deskpulse.alerting.receiver.Sender.Outcome;
import io.deskpulse.alerting.receiver.Telling;
import io.deskpulse.kit.postgres.Schema;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Outside.class)
class WebhookTest {
    private static final String NEW = "whsec_bmV3LW5ldy1uZXctbmV3LW5ldy1uZXctbmV3LW5ldzI=";
    private static final String OLD = "whsec_b2xkLW9sZC1vbGQtb2xkLW9sZC1vbGQtb2xkLW9sZDI=";

    @Inject
    Sender sender;

    @Inject
    Schema schema;

    @BeforeEach
    void tablesAreThere() {
        Awaitility.await().until(schema::migrated);
    }

    @Test
    void bodyIsAlertmanagersAndIsSigned() throws Exception {
        String secret = webhook("hook", "").path("made.signing");
        answers("/hook", aResponse().withStatus(200));

        Outcome outcome =
                sender.send(Telling.of("hook", "n-1", Telling.firing("hook", "a"), Telling.resolved("hook", "b")));

        assertThat(outcome).isEqualTo(new Outcome.Sent());
        LoggedRequest request = requests("/hook").get(0);
        assertThat(request.getHeader("webhook-id")).isEqualTo("n-1");
        new Webhook(secret).verify(request.getBodyAsString(), headers(request));
        JsonNode body = AlertmanagerBody.parse(request.getBodyAsString());
        assertThat(body.at("/status").textValue()).isEqualTo("firing");
        assertThat(body.at("/receiver").textValue()).isEqualTo("r");
        assertThat(body.at("/externalURL").textValue()).isEqualTo("https://desk.example");
        assertThat(body.at("/commonLabels").toString())
                .isEqualTo("{\"alertname\":\"low-resolution\",\"severity\":\"critical\"}");
        assertThat(body.at("/alerts/0/annotations/summary").textValue()).isEqualTo("Resolution of a is 41 %");
        assertThat(body.at("/alerts/0/startsAt").textValue()).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(body.at("/alerts/0/endsAt").textValue()).isEqualTo("0001-01-01T00:00:00Z");
        assertThat(body.at("/alerts/1/endsAt").textValue()).isEqualTo("2026-03-01T10:10:00Z");
        assertThat(body.at("/deskpulse/tenant").textValue()).isEqualTo("hook");
        assertThat(body.at("/deskpulse/alerts/0/evidence/value").doubleValue()).isEqualTo(0.41);
        assertThat(body.at("/deskpulse/alerts/0/annotations/summary/zh-CN").textValue())
                .isEqualTo("a 的解决率为 41%");
    }

    @Test
    void bodyHoldsAsManyAlertsAsTheReceiverTakesAndCountsTheRest() throws Exception {
        make(
                "hook-many",
                "{\"kind\":\"webhook\",\"settings\":{\"maxAlerts\":2,\"url\":\"" + Servers.url("/hook-many") + "\"}}");
        answers("/hook-many", aResponse().withStatus(204));
        Notification three = Telling.of(
                "hook-many",
                "n-1",
                Telling.firing("hook-many", "a"),
                Telling.firing("hook-many", "b"),
                Telling.firing("hook-many", "c"));

        sender.send(
                new Notification("n-1", "hook-many", "r", three.groupKey(), three.groupLabels(), three.alerts(), 5, 0));

        JsonNode body = AlertmanagerBody.parse(requests("/hook-many").get(0).getBodyAsString());
        assertThat(body.get("alerts")).hasSize(2);
        assertThat(body.get("truncatedAlerts").intValue()).isEqualTo(6);
    }

    @Test
    void duringARotationEachSecretSigns() throws Exception {
        webhook("hook-rotating", ",\"secrets\":{\"signing\":\"" + NEW + " " + OLD + "\"}");
        answers("/hook-rotating", aResponse().withStatus(200));

        sender.send(Telling.of("hook-rotating", "n-1", Telling.firing("hook-rotating", "a")));

        LoggedRequest request = requests("/hook-rotating").get(0);
        assertThat(request.getHeader("webhook-signature").split(" ")).hasSize(2);
        new Webhook(NEW).verify(request.getBodyAsString(), headers(request));
        new Webhook(OLD).verify(request.getBodyAsString(), headers(request));
        assertThatThrownBy(() -> new Webhook("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
                        .verify(request.getBodyAsString(), headers(request)))
                .isInstanceOf(Exception.class);
    }

    @Test
    void authorizationIsSentAsItWasGiven() {
        webhook("hook-authorized", ",\"secrets\":{\"authorization\":\"Bearer abc\"}");
        answers("/hook-authorized", aResponse().withStatus(200));

        sender.send(Telling.of("hook-authorized", "n-1", Telling.firing("hook-authorized", "a")));

        assertThat(requests("/hook-authorized").get(0).getHeader("Authorization"))
                .isEqualTo("Bearer abc");
    }

    @Test
    void answersSayWhetherToTryAgain() {
        webhook("hook-answers", "");
        Map<ResponseDefinitionBuilder, Outcome> expected = Map.of(
                aResponse().withStatus(503).withHeader("Retry-After", "7"),
                        new Outcome.Retry("status-503", Optional.of(Duration.ofSeconds(7))),
                aResponse().withStatus(429), new Outcome.Retry("rate-limited", Optional.empty()),
                aResponse().withStatus(404), new Outcome.Refused("status-404"),
                aResponse().withStatus(302).withHeader("Location", Servers.url("/elsewhere")),
                        new Outcome.Refused("redirect-302"));

        expected.forEach((answer, outcome) -> {
            answers("/hook-answers", answer);
            assertThat(sender.send(Telling.of("hook-answers", "n-1", Telling.firing("hook-answers", "a"))))
                    .isEqualTo(outcome);
        });
        assertThat(requests("/elsewhere")).isEmpty();
        assertThat(sender.send(Telling.of("hook-nobody", "n-1", Telling.firing("hook-nobody", "a"))))
                .isEqualTo(new Outcome.Refused("unknown-receiver"));
    }

    private static Response webhook(String tenant, String more) {
        return make(
                tenant,
                "{\"kind\":\"webhook\",\"settings\":{\"url\":\"" + Servers.url("/" + tenant) + "\"}" + more + "}");
    }

    private static void answers(String path, ResponseDefinitionBuilder answer) {
        Servers.web.stubFor(post(path).willReturn(answer));
    }

    private static List<LoggedRequest> requests(String path) {
        return Servers.web.findAll(postRequestedFor(urlEqualTo(path)));
    }

    private static HttpHeaders headers(LoggedRequest request) {
        return HttpHeaders.of(
                request.getHeaders().all().stream()
                        .collect(Collectors.toMap(
                                header -> header.key().toLowerCase(), header -> List.copyOf(header.values()))),
                (name, value) -> true);
    }
}
