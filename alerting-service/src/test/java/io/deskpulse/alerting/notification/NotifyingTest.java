package io.deskpulse.alerting.notification;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.deskpulse.alerting.Requests.managing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.deskpulse.alerting.alert.Decided;
import io.deskpulse.alerting.alert.Decisions;
import io.deskpulse.alerting.alert.Fence;
import io.deskpulse.alerting.alert.State;
import io.deskpulse.alerting.receiver.Outside;
import io.deskpulse.alerting.receiver.Outside.Servers;
import io.deskpulse.kit.postgres.Schema;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a decision to a web server. */
@QuarkusTest
@TestProfile(Outside.class)
class NotifyingTest {
    @Inject
    Decisions decisions;

    @Inject
    Schema schema;

    @BeforeEach
    void awaitTables() {
        await().until(schema::migrated);
    }

    @Test
    void receiverHasTheAlertSoonAfterItsDecisionAndLaterItsEnd() {
        routed("notifying", "/notifying", "0s", "1s");
        Fence fence = decisions.take("notifying");
        Decided alert = new Decided("notifying", "bot-2");

        decisions.record(fence, List.of(alert.goes(State.NORMAL, State.FIRING, 1)));
        await().until(() -> bodies("/notifying").size() == 1);
        decisions.record(fence, List.of(alert.goes(State.FIRING, State.NORMAL, 2)));
        await().until(() -> bodies("/notifying").size() == 2);

        assertThat(bodies("/notifying").get(0)).contains("\"status\":\"firing\"", alert.fingerprint());
        assertThat(bodies("/notifying").get(1)).contains("\"status\":\"resolved\"", alert.fingerprint());
        await().untilAsserted(() -> managing("notifying")
                .get("/v1/notifications?alert=" + alert.fingerprint())
                .then()
                .statusCode(200)
                .body("notifications.outcome", contains("sent", "sent"))
                .body("notifications.reason", contains("resolved", "first"))
                .body("notifications.receiver", contains("default", "default"))
                .body(
                        "notifications[1].message.en",
                        equalTo("The receiver was told of the group for the first time.")));
        managing("notifying").get("/v1/notifications?outcome=failed").then().body("notifications", hasSize(0));
    }

    @Test
    void tenantWithoutReceiverReadsThatNobodyWasTold() {
        managing("nobody").get("/v1/notifications").then().body("notifications", hasSize(0));
        Decided alert = new Decided("nobody", "bot-2");

        decisions.record(decisions.take("nobody"), List.of(alert.goes(State.NORMAL, State.FIRING, 1)));

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> managing("nobody")
                .get("/v1/notifications?outcome=failed")
                .then()
                .body("notifications.reason", contains("unknown-receiver")));
    }

    private static void routed(String tenant, String path, String wait, String interval) {
        Servers.web.stubFor(post(urlEqualTo(path)).willReturn(aResponse().withStatus(200)));
        managing(tenant)
                .header("If-None-Match", "*")
                .body("{\"kind\": \"webhook\", \"settings\": {\"url\": \"%s\"}}".formatted(Servers.url(path)))
                .put("/v1/receivers/default")
                .then()
                .statusCode(201);
        managing(tenant)
                .header("If-Match", "\"0\"")
                .body("{\"route\": {\"receiver\": \"default\", \"groupWait\": \"%s\", \"groupInterval\": \"%s\"}}"
                        .formatted(wait, interval))
                .put("/v1/routing")
                .then()
                .statusCode(200);
    }

    private static List<String> bodies(String path) {
        return Servers.web.findAll(postRequestedFor(urlEqualTo(path))).stream()
                .map(LoggedRequest::getBodyAsString)
                .toList();
    }
}
