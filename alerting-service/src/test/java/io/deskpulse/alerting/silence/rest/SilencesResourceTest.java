package io.deskpulse.alerting.silence.rest;

import static io.deskpulse.alerting.Requests.managing;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.deskpulse.alerting.AlertingTest;
import io.deskpulse.alerting.alert.Decided;
import io.deskpulse.alerting.alert.Decisions;
import io.deskpulse.alerting.alert.State;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@AlertingTest
class SilencesResourceTest {
    @Inject
    Decisions decisions;

    @BeforeEach
    void tablesAreThere() {
        await().until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void silenceIsActiveUntilItIsExpired() {
        String id = make("silence-life", Duration.ZERO).path("id");

        managing("silence-life")
                .get("/v1/silences?state=active")
                .then()
                .body("silences.id", contains(id))
                .body("silences[0].matchers", contains("severity=\"warning\"", "queue=~\"vip|sales\""));
        managing("silence-life")
                .delete("/v1/silences/" + id)
                .then()
                .statusCode(200)
                .body("state", equalTo("expired"));
        managing("silence-life").delete("/v1/silences/" + id).then().statusCode(409);

        managing("silence-life").get("/v1/silences?state=active").then().body("silences", hasSize(0));
        managing("silence-life").get("/v1/silences?state=expired").then().body("silences.id", contains(id));
        managing("another").get("/v1/silences/" + id).then().statusCode(404);
    }

    @Test
    void pendingSilenceIsChangedByWhoHasSeenIt() {
        Response made = make("silence-change", Duration.ofHours(1));
        String id = made.path("id");
        made.then().body("state", equalTo("pending")).header("ETag", equalTo("\"1\""));

        change("silence-change", id, "\"1\"").then().statusCode(200).header("ETag", equalTo("\"2\""));
        change("silence-change", id, "\"1\"").then().statusCode(412);

        managing("silence-change").get("/v1/silences?state=pending").then().body("silences", hasSize(1));
    }

    @Test
    void listComesInParts() {
        make("silence-parts", Duration.ZERO);
        make("silence-parts", Duration.ZERO);
        String last = make("silence-parts", Duration.ZERO).path("id");

        Response first = managing("silence-parts").get("/v1/silences?limit=2");
        first.then()
                .body("silences", hasSize(2))
                .body("silences[0].id", equalTo(last))
                .body("next", notNullValue());
        managing("silence-parts")
                .get("/v1/silences?limit=2&cursor=" + first.path("next"))
                .then()
                .body("silences", hasSize(1))
                .body("next", equalTo(null));
    }

    @Test
    void previewShowsTheAlertsThatFire() {
        decisions.record(
                decisions.take("silence-preview"),
                List.of(
                        new Decided("silence-preview", "one").goes(State.NORMAL, State.FIRING, 1),
                        new Decided("silence-preview", "two").goes(State.NORMAL, State.FIRING, 1),
                        new Decided("silence-preview", "three").goes(State.NORMAL, State.PENDING, 1)));

        managing("silence-preview")
                .body("{\"matchers\": [\"variant=~\\\"t.*\\\"\"]}")
                .post("/v1/silences:preview")
                .then()
                .statusCode(200)
                .body("count", equalTo(1))
                .body("alerts.labels.variant", contains("two"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'matchers': ['a=b'], 'comment': 'c'} | /endsAt",
                "{'matchers': ['a=b'], 'comment': 'c', 'endsAt': '2020-01-01T00:00:00Z'} | /endsAt",
                "{'matchers': ['a=b'], 'comment': ' ', 'endsAt': '2099-01-01T00:00:00Z', 'startsAt': '2098-12-01T00:00:00Z'} | /comment",
                "{'matchers': [], 'comment': 'c', 'endsAt': '2099-01-01T00:00:00Z', 'startsAt': '2098-12-01T00:00:00Z'} | /matchers",
                "{'matchers': ['a!=b'], 'comment': 'c', 'endsAt': '2099-01-01T00:00:00Z', 'startsAt': '2098-12-01T00:00:00Z'} | /matchers"
            })
    void whatCannotBeUsedIsPointedAt(String body, String pointer) {
        managing("silence-wrong")
                .body(body.replace('\'', '"'))
                .post("/v1/silences")
                .then()
                .statusCode(400)
                .body("pointer", equalTo(pointer));
    }

    private static Response change(String tenant, String id, String ifMatch) {
        return managing(tenant)
                .header("If-Match", ifMatch)
                .body(body(Duration.ofHours(1)))
                .put("/v1/silences/" + id);
    }

    private static Response make(String tenant, Duration startsIn) {
        Response made = managing(tenant).body(body(startsIn)).post("/v1/silences");
        made.then().statusCode(201);
        return made;
    }

    private static String body(Duration startsIn) {
        Instant start = Instant.now().plus(startsIn);
        return """
                {"matchers": ["severity=warning", "queue=~\\"vip|sales\\""], "startsAt": "%s", "endsAt": "%s", "comment": "Rollout"}"""
                .formatted(start, start.plusSeconds(3600));
    }
}
