package io.deskpulse.alerting.alert.rest;

import static io.deskpulse.alerting.Requests.managing;
import static io.deskpulse.alerting.Requests.with;
import static io.deskpulse.alerting.alert.State.FIRING;
import static io.deskpulse.alerting.alert.State.NORMAL;
import static io.deskpulse.alerting.alert.State.PENDING;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.deskpulse.alerting.AlertingTest;
import io.deskpulse.alerting.alert.Decided;
import io.deskpulse.alerting.alert.Decisions;
import io.deskpulse.alerting.alert.Fence;
import io.deskpulse.alerting.alert.Transition;
import io.deskpulse.kit.postgres.Schema;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@AlertingTest
class AlertsResourceTest {
    private final String tenant = "t-" + UUID.randomUUID();
    private final Decided bad = new Decided(tenant, "bot-b");
    private final Decided fair = new Decided(tenant, "bot-a");

    @Inject
    Decisions decisions;

    @Inject
    Schema schema;

    private Fence fence;

    @BeforeEach
    void takeTheRight() {
        Awaitility.await().until(schema::migrated);
        fence = decisions.take("part-of-" + tenant);
    }

    @Test
    void listsWhatFiresWithAllThatPeopleNeed() {
        decide(bad.goes(NORMAL, FIRING, 1), fair.goes(NORMAL, PENDING, 1));

        managing(tenant)
                .get("/v1/alerts?state=firing&rule=rate&severity=warning&label=variant:bot-b")
                .then()
                .statusCode(200)
                .body("alerts", hasSize(1))
                .body("alerts[0].fingerprint", equalTo(bad.fingerprint()))
                .body("alerts[0].state", equalTo("firing"))
                .body("alerts[0].change", equalTo("fired"))
                .body("alerts[0].reason", equalTo("breached"))
                .body("alerts[0].labels.alertname", equalTo("rate"))
                .body("alerts[0].annotations.summary.zh-CN", equalTo("偏低"))
                .body("alerts[0].evidence.value", equalTo(0.4f))
                .body("alerts[0].firedAt", equalTo("2026-03-01T10:01:00Z"))
                .body("next", nullValue());
        managing(tenant).get("/v1/alerts?label=variant:bot-c").then().body("alerts", hasSize(0));
        managing(tenant).get("/v1/alerts?since=2027-01-01T00:00:00Z").then().body("alerts", hasSize(0));
    }

    @Test
    void goesThroughAListPartByPart() {
        decide(bad.goes(NORMAL, FIRING, 1), fair.goes(NORMAL, FIRING, 2));

        Response first = managing(tenant).get("/v1/alerts?limit=1");

        first.then().body("alerts.fingerprint", contains(fair.fingerprint())).body("next", notNullValue());
        managing(tenant)
                .get("/v1/alerts?limit=1&cursor=" + first.path("next"))
                .then()
                .body("alerts.fingerprint", contains(bad.fingerprint()))
                .body("next", nullValue());
    }

    @Test
    void tellsTheHistoryWithReasonsAndWhoDidIt() {
        decide(bad.goes(NORMAL, FIRING, 1));
        managing(tenant)
                .body("{\"comment\": \"On it.\"}")
                .post("/v1/alerts/" + bad.fingerprint() + ":acknowledge")
                .then()
                .statusCode(200)
                .body("acknowledgement.comment", equalTo("On it."));
        decide(bad.goes(FIRING, NORMAL, 5));

        managing(tenant)
                .get("/v1/alerts/" + bad.fingerprint() + "/history")
                .then()
                .statusCode(200)
                .body("changes.change", contains("resolved", "acknowledged", "fired"))
                .body("changes[1].by", notNullValue())
                .body("changes[2].evidence.limit", equalTo(0.6f));
        managing(tenant)
                .get("/v1/audit?kind=alert")
                .then()
                .statusCode(200)
                .body("entries.action", contains("acknowledged"))
                .body("entries[0].thing", equalTo(bad.fingerprint()));
    }

    @Test
    void acknowledgesTwiceAsOnceAndNothingThatIsOver() {
        decide(bad.goes(NORMAL, FIRING, 1));
        String acknowledge = "/v1/alerts/" + bad.fingerprint() + ":acknowledge";

        long revision = managing(tenant).post(acknowledge).path("revision") instanceof Integer number ? number : -1;

        managing(tenant).post(acknowledge).then().statusCode(200).body("revision", equalTo((int) revision));
        managing(tenant)
                .post("/v1/alerts/" + bad.fingerprint() + ":resolve")
                .then()
                .statusCode(200)
                .body("state", equalTo("normal"))
                .body("reason", equalTo("resolvedByHand"))
                .body("by", notNullValue());
        managing(tenant)
                .post(acknowledge)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:deskpulse:problem:alert-not-standing"));
    }

    @Test
    void showsNoAlertOfAnotherTenant() {
        decide(bad.goes(NORMAL, FIRING, 1));
        String other = "t-" + UUID.randomUUID();

        managing(other).get("/v1/alerts").then().body("alerts", hasSize(0));
        managing(other).get("/v1/alerts/" + bad.fingerprint()).then().statusCode(404);
        managing(other)
                .post("/v1/alerts/" + bad.fingerprint() + ":acknowledge")
                .then()
                .statusCode(404);
        with(tenant, "metrics:read").get("/v1/alerts").then().statusCode(403);
    }

    @Test
    void saysWhatIsWrongWithAQuestion() {
        for (String wrong : List.of("state=broken", "label=variant", "since=yesterday", "limit=0", "cursor=x")) {
            managing(tenant)
                    .get("/v1/alerts?" + wrong)
                    .then()
                    .statusCode(400)
                    .body("parameter", equalTo(wrong.substring(0, wrong.indexOf('='))));
        }
        managing(tenant)
                .body("{\"remark\": \"x\"}")
                .post("/v1/alerts/" + bad.fingerprint() + ":resolve")
                .then()
                .statusCode(400)
                .body("pointer", equalTo("/remark"));
    }

    private void decide(Transition... transitions) {
        decisions.record(fence, List.of(transitions));
    }
}
