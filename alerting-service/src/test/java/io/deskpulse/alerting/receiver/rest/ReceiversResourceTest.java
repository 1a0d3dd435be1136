package io.deskpulse.alerting.receiver.rest;

import static io.deskpulse.alerting.Requests.managing;
import static io.deskpulse.alerting.Requests.with;
import static io.deskpulse.alerting.receiver.Making.make;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.deskpulse.alerting.receiver.Outside;
import io.deskpulse.kit.postgres.Database;
import io.deskpulse.kit.postgres.Schema;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Outside.class)
class ReceiversResourceTest {
    private static final String SLACK =
            "{\"kind\":\"slack\",\"secrets\":{\"url\":\"https://hooks.slack.example/services/T/B/very-secret\"}}";

    @Inject
    Database database;

    @Inject
    Schema schema;

    @BeforeEach
    void tablesAreThere() {
        Awaitility.await().until(schema::migrated);
    }

    @Test
    void secretOfAWebhookIsMadeAndShownOnce() {
        Response made =
                make("rest-made", "{\"kind\":\"webhook\",\"settings\":{\"url\":\"https://shop.example/alerts\"}}");

        made.then()
                .header("ETag", "\"1\"")
                .header("Cache-Control", "no-store")
                .body("made.signing", startsWith("whsec_"))
                .body("secrets.signing.set", equalTo(true))
                .body("secrets.authorization.set", equalTo(false))
                .body("settings.maxAlerts", equalTo(100));
        String secret = made.path("made.signing");
        Response read = managing("rest-made").get("/v1/receivers/r");
        read.then().statusCode(200).body("made", nullValue());
        assertThat(read.asString()).doesNotContain(secret);
    }

    @Test
    void whatIsReadCanBeSentAgainAndKeepsItsSecrets() {
        make("rest-keep", SLACK);
        String shown = managing("rest-keep").get("/v1/receivers/r").asString();
        assertThat(shown).doesNotContain("very-secret");

        managing("rest-keep")
                .header("If-Match", "\"1\"")
                .body(shown)
                .put("/v1/receivers/r")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("secrets.url.set", equalTo(true));
    }

    @Test
    void secretsAreSealedInTheDatabaseAndAbsentFromTheAudit() {
        make("rest-sealed", SLACK);

        List<String> rows = database.list(
                "select receiver::text as row from receiver where tenant = 'rest-sealed' union all"
                        + " select audit::text from audit where tenant = 'rest-sealed'",
                row -> row.text("row"));

        assertThat(rows).hasSize(2).noneMatch(row -> row.contains("very-secret"));
        assertThat(rows.get(1)).contains("created", "slack");
    }

    @Test
    void receiverThatBecomesAnotherKindOrMovesAwayLosesItsSecrets() {
        make("rest-moved", SLACK);
        change("rest-moved", 1, "{\"kind\":\"wecom\"}").then().statusCode(400).body("pointer", equalTo("/secrets/url"));

        change(
                        "rest-moved",
                        1,
                        "{\"kind\":\"webhook\",\"settings\":{\"url\":\"https://one.example/\"},\"secrets\":{\"authorization\":\"Bearer 1\"}}")
                .then()
                .statusCode(200);
        change("rest-moved", 2, "{\"kind\":\"webhook\",\"settings\":{\"url\":\"https://one.example/other\"}}")
                .then()
                .body("secrets.authorization.set", equalTo(true));
        change("rest-moved", 3, "{\"kind\":\"webhook\",\"settings\":{\"url\":\"https://two.example/\"}}")
                .then()
                .body("secrets.authorization.set", equalTo(false))
                .body("secrets.signing.set", equalTo(true))
                .body("made", nullValue());
    }

    @Test
    void changesNeedTheRevisionThatWasSeen() {
        make("rest-revision", SLACK);

        managing("rest-revision").body(SLACK).put("/v1/receivers/r").then().statusCode(428);
        change("rest-revision", 0, SLACK).then().statusCode(412).body("revision", equalTo(1));
        managing("rest-revision")
                .header("If-None-Match", "*")
                .body(SLACK)
                .put("/v1/receivers/r")
                .then()
                .statusCode(412);
        managing("rest-revision")
                .header("If-Match", "\"2\"")
                .delete("/v1/receivers/r")
                .then()
                .statusCode(412);
        managing("rest-revision")
                .header("If-Match", "\"1\"")
                .delete("/v1/receivers/r")
                .then()
                .statusCode(204);
        managing("rest-revision").get("/v1/receivers/r").then().statusCode(404);
        managing("rest-revision")
                .header("If-Match", "\"1\"")
                .delete("/v1/receivers/r")
                .then()
                .statusCode(404);
    }

    @Test
    void listGoesByIdInParts() {
        for (String id : List.of("b", "a", "c")) {
            managing("rest-list").header("If-None-Match", "*").body(SLACK).put("/v1/receivers/" + id);
        }

        Response first = managing("rest-list").get("/v1/receivers?limit=2");

        first.then().body("receivers.id", contains("a", "b")).body("next", notNullValue());
        managing("rest-list")
                .get("/v1/receivers?limit=2&cursor=" + first.path("next"))
                .then()
                .body("receivers.id", contains("c"))
                .body("next", nullValue());
    }

    @Test
    void receiversBelongToTheirTenantAndToManagers() {
        make("rest-owner", SLACK);

        managing("rest-stranger").get("/v1/receivers/r").then().statusCode(404);
        managing("rest-stranger").get("/v1/receivers").then().body("receivers", hasSize(0));
        with("rest-owner", "metrics:read").get("/v1/receivers/r").then().statusCode(403);
    }

    @Test
    void whatCannotBeUsedIsRefusedAndNotRepeated() {
        refused("{\"kind\":\"fax\"}", "/kind");
        refused("{\"kind\":\"webhook\"}", "/settings");
        refused("{\"kind\":\"webhook\",\"settings\":{\"url\":\"https://u:leaked@shop.example/\"}}", "/settings/url");
        refused("{\"kind\":\"webhook\",\"settings\":{\"url\":\"https://10.0.0.1/leaked\"}}", "/settings/url");
        refused("{\"kind\":\"slack\",\"secrets\":{\"url\":\"https://169.254.169.254/leaked\"}}", "/secrets/url");
        refused("{\"kind\":\"slack\"}", "/secrets/url");
        refused("{\"kind\":\"slack\",\"settings\":{\"url\":\"https://shop.example/\"}}", "/settings/url");
        refused("{\"kind\":\"pagerduty\",\"secrets\":{\"routingKey\":\"leaked\"}}", "/secrets/routingKey");
        refused(
                "{\"kind\":\"webhook\",\"settings\":{\"url\":\"https://shop.example/\"},\"secrets\":{\"signing\":\"leaked\"}}",
                "/secrets/signing");
        refused(
                "{\"kind\":\"email\",\"settings\":{\"to\":[\"a@b.example\\nBcc: leaked@d.example\"]}}",
                "/settings/to/0");
        refused("{\"kind\":\"email\",\"language\":\"xx\",\"settings\":{\"to\":[\"a@b.example\"]}}", "/language");
        refused(
                "{\"kind\":\"webhook\",\"settings\":{\"url\":\"https://shop.example/\"},\"limit\":{\"count\":1,\"per\":\"PT1M\"}}",
                "/limit");
    }

    private static void refused(String body, String pointer) {
        String answer = managing("rest-refused")
                .header("If-None-Match", "*")
                .body(body)
                .put("/v1/receivers/r")
                .then()
                .statusCode(400)
                .body("pointer", equalTo(pointer))
                .extract()
                .asString();
        assertThat(answer).doesNotContain("leaked");
    }

    private static Response change(String tenant, int seen, String body) {
        return managing(tenant)
                .header("If-Match", "\"" + seen + "\"")
                .body(body)
                .put("/v1/receivers/r");
    }
}
