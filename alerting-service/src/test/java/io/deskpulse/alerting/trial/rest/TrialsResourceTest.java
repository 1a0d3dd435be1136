package io.deskpulse.alerting.trial.rest;

import static io.deskpulse.alerting.evaluation.Cells.counts;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.deskpulse.alerting.AlertingTest;
import io.deskpulse.alerting.evaluation.kafka.Measurements;
import io.deskpulse.alerting.evaluation.kafka.SomebodyEvaluates;
import io.deskpulse.localstack.quarkus.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Trying rules on what the topic holds. */
@QuarkusTest
@TestProfile(SomebodyEvaluates.class)
@AlertingTest
class TrialsResourceTest {
    private static final String RULE =
            """
            {"id": "low", "metric": "resolution_rate", "by": ["variant"], "window": "1m", "minSamples": 5,
             "condition": {"type": "threshold", "operator": "<", "limit": 0.7}}""";

    private final String tenant = "trial-" + UUID.randomUUID().toString().substring(0, 8);

    private ValidatableResponse test(String scope, String body) {
        return given().urlEncodingEnabled(false)
                .header("Authorization", "Bearer " + TestTokens.token(tenant, scope))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/rules:test")
                .then();
    }

    private ValidatableResponse test(String rule, Instant from, Instant to) {
        return test("alerts:manage", "{\"rule\": %s, \"from\": \"%s\", \"to\": \"%s\"}".formatted(rule, from, to));
    }

    private void minute(int resolved, int closed) {
        Measurements.count(
                tenant, Map.of("variant", "b"), counts("conversations_closed", closed, "resolved_by_bot", resolved));
        Measurements.nextMinute();
    }

    @Test
    void saysWhenTheRuleWouldHaveFiredAndEnded() {
        Instant begin = Measurements.now();
        minute(9, 10);
        minute(3, 10);
        minute(8, 10);

        test(RULE, begin, begin.plus(Duration.ofMinutes(3)))
                .statusCode(200)
                .body("fired", equalTo(1))
                .body("resolved", equalTo(1))
                .body("evaluations", equalTo(3))
                .body("breaches", equalTo(1))
                .body("dataFrom", notNullValue())
                .body("evaluatedTo", equalTo(begin.plus(Duration.ofMinutes(3)).toString()))
                .body("transitions", hasSize(2))
                .body(
                        "transitions[0].at",
                        equalTo(begin.plus(Duration.ofMinutes(2)).toString()))
                .body("transitions[0].group.variant", equalTo("b"))
                .body("transitions[0].to", equalTo("firing"))
                .body("transitions[0].reason", equalTo("breached"))
                .body("transitions[0].evidence.value.toDouble()", closeTo(0.3, 1e-9))
                .body("transitions[0].evidence.sample", equalTo(10))
                .body("transitions[1].to", equalTo("normal"));
    }

    @Test
    void whatCameBeforeOnlyFillsWindows() {
        Instant begin = Measurements.now();
        minute(3, 10);
        minute(3, 10);

        test(
                        RULE,
                        begin.plus(Duration.ofMinutes(2)),
                        begin.plus(Duration.ofMinutes(2)).plusMillis(1))
                .statusCode(200)
                .body("evaluations", equalTo(1))
                .body("transitions", hasSize(1));
    }

    @Test
    void aRuleThatIsWrongIsToldWhereItStands() {
        test(
                        RULE.replace("resolution_rate", "resolution_rat"),
                        Measurements.now().minusSeconds(60),
                        Measurements.now())
                .statusCode(400)
                .body("type", equalTo("urn:deskpulse:problem:invalid-rule"))
                .body("pointer", equalTo("/rule/metric"));
        test("alerts:manage", "{}").statusCode(400).body("pointer", equalTo("/rule"));
        test("alerts:manage", "{").statusCode(400);
    }

    @Test
    void timesThatAreTooFarBackOrTheWrongWayRoundAreRefused() {
        Instant now = Instant.now();
        test(RULE, now.minus(Duration.ofHours(50)), now).statusCode(400).body("pointer", equalTo("/from"));
        test(RULE, now, now.minusSeconds(1)).statusCode(400).body("detail", containsString("48 h"));
        test("alerts:manage", "{\"rule\": " + RULE + ", \"from\": \"yesterday\"}")
                .statusCode(400)
                .body("pointer", equalTo("/from"));
    }

    @Test
    void whoeverMayNotManageAlertsMayNotTryRules() {
        test("metrics:read", "{}").statusCode(403).body("status", greaterThan(400));
    }
}
