package io.deskpulse.alerting.oncall.rest;

import static io.deskpulse.alerting.Requests.managing;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.deskpulse.alerting.AlertingTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@AlertingTest
class OnCallResourceTest {
    private static final String SCHEDULE =
            """
            {'zone': 'Europe/Berlin', 'layers': [{'name': 'weeks', 'start': '2026-03-02T09:00', 'turn': {'unit': 'weeks'},
                'participants': ['ann', 'bo']}]}""";
    private static final String POLICY =
            "{'steps': [{'notify': [{'schedule': 'support'}], 'wait': '5m'}, {'notify': [{'receiver': 'ann'}], 'wait': '5m'}]}";

    @BeforeEach
    void tablesAreThere() {
        await().until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void scheduleSaysWhoIsOnCallAndWhoStandsIn() {
        receivers("oncall-who");
        make("oncall-who", "schedules/support", SCHEDULE).then().statusCode(201);

        onCall("oncall-who", "at=2026-03-30T06:59:59Z")
                .then()
                .body("onCall", equalTo("bo"))
                .body("by", equalTo("weeks"));
        onCall("oncall-who", "at=2026-03-30T07:00:00Z").then().body("onCall", equalTo("ann"));
        onCall("oncall-who", "at=2026-03-01T00:00:00Z").then().statusCode(200).body("onCall", equalTo(null));
        String override = managing("oncall-who")
                .body(json("{'receiver': 'bo', 'startsAt': '2026-03-30T10:00:00Z', 'endsAt': '2026-03-30T12:00:00Z'}"))
                .post("/v1/schedules/support/overrides")
                .path("id");
        onCall("oncall-who", "from=2026-03-01T08:00:00Z&to=2026-03-31T00:00:00Z")
                .then()
                .body("gaps", hasSize(1))
                .body("gaps[0].to", equalTo("2026-03-02T08:00:00Z"))
                .body("shifts.onCall", contains("ann", "bo", "ann", "bo", "ann", "bo", "ann"))
                .body("shifts[5].by", equalTo("override"));
        managing("oncall-who")
                .get("/v1/schedules/support/overrides")
                .then()
                .statusCode(200)
                .body("overrides.id", contains(override));
        managing("oncall-who")
                .delete("/v1/schedules/support/overrides/" + override)
                .then()
                .statusCode(204);
        onCall("oncall-who", "at=2026-03-30T11:00:00Z").then().body("onCall", equalTo("ann"));
    }

    @Test
    void whatIsNamedIsNotDeleted() {
        receivers("oncall-named");
        make("oncall-named", "schedules/support", SCHEDULE).then().statusCode(201);
        make("oncall-named", "policies/support", POLICY).then().statusCode(201).header("ETag", equalTo("\"1\""));
        managing("oncall-named")
                .header("If-Match", "\"0\"")
                .body("{\"route\": {\"policy\": \"support\"}}")
                .put("/v1/routing")
                .then()
                .statusCode(200);

        delete("oncall-named", "schedules/support")
                .then()
                .statusCode(409)
                .body("detail", containsString("policy support"));
        delete("oncall-named", "policies/support").then().statusCode(409);
        managing("oncall-named")
                .body("{\"labels\": {\"a\": \"b\"}, \"at\": \"2026-03-30T11:00:00Z\"}")
                .post("/v1/routes:test")
                .then()
                .body("routes[0].policy", equalTo("support"))
                .body("routes[0].steps[0]", contains("ann"))
                .body("routes[0].steps[1]", contains("ann"));
    }

    @Test
    void whoHasNotSeenTheNewestRevisionChangesNothing() {
        receivers("oncall-revision");
        make("oncall-revision", "schedules/support", SCHEDULE).then().statusCode(201);

        make("oncall-revision", "schedules/support", SCHEDULE).then().statusCode(412);
        managing("oncall-revision")
                .header("If-Match", "\"1\"")
                .body(json(SCHEDULE))
                .put("/v1/schedules/support")
                .then()
                .statusCode(200)
                .body("revision", equalTo(2));
        managing("oncall-revision").get("/v1/schedules").then().body("schedules.id", contains("support"));
        managing("oncall-revision").delete("/v1/schedules/support").then().statusCode(428);
        managing("oncall-revision")
                .header("If-Match", "\"2\"")
                .delete("/v1/schedules/support")
                .then()
                .statusCode(204);
        managing("oncall-revision").get("/v1/schedules/support").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "schedules/s | {'zone': 'CET5', 'layers': []} | /zone",
                "schedules/s | {'zone': 'Europe/Berlin', 'layers': []} | /layers",
                "schedules/s | {'zone': 'Europe/Berlin', 'layers': [{'name': 'n', 'start': 'now', 'turn': {'unit': 'days'}, 'participants': ['ann']}]} | /layers/0/start",
                "schedules/s | {'zone': 'Europe/Berlin', 'layers': [{'name': 'n', 'start': '2026-03-02T09:00', 'turn': {'unit': 'months'}, 'participants': ['ann']}]} | /layers/0/turn/unit",
                "schedules/s | {'zone': 'Europe/Berlin', 'layers': [{'name': 'n', 'start': '2026-03-02T09:00', 'turn': {'unit': 'days'}, 'participants': ['ann', 'zoe']}]} | /layers/0/participants/1",
                "policies/p | {'steps': []} | /steps",
                "policies/p | {'steps': [{'notify': [{'schedule': 'none'}], 'wait': '5m'}]} | /steps/0/notify/0/schedule",
                "policies/p | {'steps': [{'notify': [{}], 'wait': '5m'}]} | /steps/0/notify/0",
                "policies/p | {'steps': [{'notify': [{'receiver': 'ann'}], 'wait': '1s'}]} | /steps/0/wait"
            })
    void whatCannotBeUsedIsPointedAt(String path, String body, String pointer) {
        receivers("oncall-wrong");

        make("oncall-wrong", path, body).then().statusCode(400).body("pointer", equalTo(pointer));
    }

    private static Response onCall(String tenant, String query) {
        return managing(tenant).get("/v1/schedules/support/oncall?" + query);
    }

    private static Response delete(String tenant, String path) {
        return managing(tenant).header("If-Match", "\"1\"").delete("/v1/" + path);
    }

    private static Response make(String tenant, String path, String body) {
        return managing(tenant).header("If-None-Match", "*").body(json(body)).put("/v1/" + path);
    }

    private static void receivers(String tenant) {
        for (String id : new String[] {"ann", "bo"}) {
            managing(tenant)
                    .header("If-None-Match", "*")
                    .body("{\"kind\": \"webhook\", \"settings\": {\"url\": \"https://chat.example/hooks\"}}")
                    .put("/v1/receivers/" + id);
        }
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
