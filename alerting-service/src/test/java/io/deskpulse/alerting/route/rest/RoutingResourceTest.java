package io.deskpulse.alerting.route.rest;

import static io.deskpulse.alerting.Requests.managing;
import static io.deskpulse.alerting.Requests.with;
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
class RoutingResourceTest {
    private static final String ROUTING =
            """
            {'route': {'receiver': 'chat', 'groupBy': ['alertname'], 'routes': [
                {'matchers': ['severity=critical'], 'receiver': 'pager', 'muteTimeIntervals': ['night'], 'continue': true},
                {'matchers': ['severity=~"crit.*|warn.*"'], 'groupBy': ['...']}]},
             'timeIntervals': [{'name': 'night', 'intervals': [
                {'times': [{'startTime': '00:00', 'endTime': '06:00'}], 'location': 'Europe/Berlin'}]}]}""";

    @BeforeEach
    void tablesAreThere() {
        await().until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void tenantWithoutRoutingReadsWhatHoldsByDefault() {
        managing("routing-none")
                .get("/v1/routing")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"0\""))
                .body("route.receiver", equalTo("default"));
    }

    @Test
    void routingIsReplacedByWhoHasSeenTheNewestVersion() {
        receivers("routing-put", "chat", "pager");

        put("routing-put", "\"0\"", ROUTING).then().statusCode(200).header("ETag", equalTo("\"1\""));
        put("routing-put", "\"0\"", ROUTING).then().statusCode(412).body("revision", equalTo(1));
        put("routing-put", "\"1\"", ROUTING.replace("'alertname'", "'queue'"))
                .then()
                .statusCode(200);

        managing("routing-put")
                .get("/v1/routing")
                .then()
                .header("ETag", equalTo("\"2\""))
                .body("version", equalTo(2))
                .body("route.groupBy", contains("queue"));
        managing("routing-put").body(json(ROUTING)).put("/v1/routing").then().statusCode(428);
        with("routing-put", "metrics:read").get("/v1/routing").then().statusCode(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'route': {}} | /route",
                "{'route': {'receiver': 'nobody'}} | /route/receiver",
                "{'route': {'receiver': 'chat', 'policy': 'p'}} | /route/policy",
                "{'route': {'receiver': 'chat', 'matchers': []}} | /route/matchers",
                "{'route': {'receiver': 'chat', 'routes': [{'matchers': ['a=b', 'severity>3']}]}} | /route/routes/0/matchers/1",
                "{'route': {'receiver': 'chat', 'routes': [{'matchers': ['a=~\"(\"']}]}} | /route/routes/0/matchers/0",
                "{'route': {'receiver': 'chat', 'routes': [{'matchers': ['a=~\"(x{100}){100}\"']}]}} | /route/routes/0/matchers/0",
                "{'route': {'receiver': 'chat', 'groupWait': 'soon'}} | /route/groupWait",
                "{'route': {'receiver': 'chat', 'groupInterval': '1h', 'repeatInterval': '1m'}} | /route/repeatInterval",
                "{'route': {'receiver': 'chat', 'groupBy': ['...', 'a']}} | /route/groupBy",
                "{'route': {'receiver': 'chat', 'routes': [{'muteTimeIntervals': ['nights']}]}} | /route/routes/0/muteTimeIntervals/0",
                "{'route': {'receiver': 'chat'}, 'inhibitRules': [{'sourceMatchers': ['a=b']}]} | /inhibitRules/0/targetMatchers",
                "{'route': {'receiver': 'chat'}, 'timeIntervals': [{'name': 'x', 'intervals': [{'location': 'CET5'}]}]} | /timeIntervals/0/intervals/0/location",
                "{'route': {'receiver': 'chat'}, 'timeIntervals': [{'name': 'x', 'intervals': [{'weekdays': ['friday:monday']}]}]} | /timeIntervals/0/intervals/0/weekdays/0",
                "{'route': {'receiver': 'chat'}, 'timeIntervals': [{'name': 'x', 'intervals': [{'daysOfMonth': ['-1:3']}]}]} | /timeIntervals/0/intervals/0/daysOfMonth/0",
                "{'route': {'receiver': 'chat'}, 'timeIntervals': [{'name': 'x', 'intervals': [{'times': [{'startTime': '22:00', 'endTime': '06:00'}]}]}]} | /timeIntervals/0/intervals/0/times/0/endTime",
                "{'rout': {}} | /rout"
            })
    void whatCannotBeUsedIsPointedAt(String document, String pointer) {
        receivers("routing-wrong", "chat");

        put("routing-wrong", "\"0\"", document).then().statusCode(400).body("pointer", equalTo(pointer));
    }

    @Test
    void routesAreTriedWithoutTellingAnybody() {
        receivers("routing-try", "chat", "pager");
        put("routing-try", "\"0\"", ROUTING).then().statusCode(200);
        String labels = "'labels': {'alertname': 'rate', 'severity': 'critical'}";

        attempt("routing-try", "{" + labels + ", 'at': '2026-03-29T03:30:00Z'}")
                .then()
                .statusCode(200)
                .body("routes", hasSize(2))
                .body("routes[0].receiver", equalTo("pager"))
                .body("routes[0].groupKey", equalTo("{}/{severity=\"critical\"}:{alertname=\"rate\"}"))
                .body("routes[0].told", equalTo(false))
                .body("routes[0].held.reason", equalTo("mute-time"))
                .body("routes[0].held.detail", equalTo("night"))
                .body("routes[0].held.message.'zh-CN'", containsString("静默"))
                .body("routes[1].receiver", equalTo("chat"))
                .body("routes[1].told", equalTo(true))
                .body("routes[1].repeatInterval", equalTo("4h"));
        attempt("routing-try", "{" + labels + ", 'at': '2026-03-29T04:00:00Z'}")
                .then()
                .body("routes[0].told", equalTo(true));
        attempt("routing-try", "{" + labels + ", 'routing': {'route': {'receiver': 'chat'}}}")
                .then()
                .body("routes", hasSize(1))
                .body("routes[0].groupKey", equalTo("{}:{}"));
    }

    private static Response attempt(String tenant, String body) {
        return managing(tenant).body(json(body)).post("/v1/routes:test");
    }

    private static Response put(String tenant, String ifMatch, String document) {
        return managing(tenant).header("If-Match", ifMatch).body(json(document)).put("/v1/routing");
    }

    private static void receivers(String tenant, String... ids) {
        for (String id : ids) {
            managing(tenant)
                    .header("If-None-Match", "*")
                    .body("{\"kind\": \"webhook\", \"settings\": {\"url\": \"https://chat.example/hooks\"}}")
                    .put("/v1/receivers/" + id);
        }
    }

    private static String json(String text) {
        // Quotes inside of matchers are written as JSON has them.
        return text.replace("\"", "\\\"").replace('\'', '"');
    }
}
