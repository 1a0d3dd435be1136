package io.deskpulse.ingest.intake.rest;

import static io.deskpulse.ingest.Requests.as;
import static io.deskpulse.ingest.intake.rest.ModesTest.gzip;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesRegex;

import io.deskpulse.ingest.Events;
import io.deskpulse.ingest.Interactions;
import io.deskpulse.localstack.quarkus.LocalStackResource;
import io.deskpulse.localstack.quarkus.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.Collections;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class LimitsTest {
    private static final String STRUCTURED = "application/cloudevents+json";
    private static final String BATCH = "application/cloudevents-batch+json";
    private static final String LINES = "application/x-ndjson";

    @Test
    void refusesAGzipBombWithoutInflatingIt() throws IOException {
        byte[] bomb = gzip(new byte[64 * 1024 * 1024]);

        as("limits")
                .contentType(LINES)
                .header("Content-Encoding", "gzip")
                .body(bomb)
                .post("/v1/events")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:deskpulse:problem:too-large"));
    }

    @Test
    void refusesTooManyBytesAndTooManyEvents() {
        problem(send(LINES, new byte[4 * 1024 * 1024 + 1]), 413, "too-large");
        problem(send(LINES, String.join("\n", Collections.nCopies(5_001, "{}")).getBytes(UTF_8)), 413, "too-large");
    }

    @Test
    void rejectsOneEventThatIsTooLargeAndTakesTheOther() {
        String large = Events.event("visit.started", "v", "{\"channel\":\"web\",\"x\":\"" + "x".repeat(65_536) + "\"}");

        send(LINES, (large + "\n" + Events.message("c", "small")).getBytes(UTF_8))
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("results[0].type", equalTo("urn:deskpulse:problem:event-too-large"));
    }

    @Test
    void refusesABodyThatCannotBeTakenApart() {
        problem(send(BATCH, "{}".getBytes(UTF_8)), 400, "invalid-body");
        problem(send(BATCH, "[]".getBytes(UTF_8)), 400, "invalid-body");
        problem(send(LINES, "\n\n".getBytes(UTF_8)), 400, "invalid-body");
        problem(send(STRUCTURED, new byte[0]), 400, "invalid-body");
        problem(
                as("limits")
                        .contentType(LINES)
                        .header("Content-Encoding", "gzip")
                        .body("no gzip".getBytes(UTF_8))
                        .post("/v1/events")
                        .then(),
                400,
                "invalid-body");
    }

    @Test
    void refusesOtherMediaTypesAndEncodings() {
        problem(send("text/plain", "{}".getBytes(UTF_8)), 415, "unsupported-media-type");
        problem(send("application/json", "{}".getBytes(UTF_8)), 415, "unsupported-media-type");
        problem(
                send("application/cloudevents+json; charset=iso-8859-1", "{}".getBytes(UTF_8)),
                415,
                "unsupported-media-type");
        problem(
                as("limits")
                        .contentType(LINES)
                        .header("Content-Encoding", "br")
                        .body("x".getBytes(UTF_8))
                        .post("/v1/events")
                        .then(),
                415,
                "unsupported-content-encoding");
    }

    @Test
    void refusesWhoHasNoTokenOrNotTheScope() {
        problem(
                given().contentType(STRUCTURED)
                        .body("{}".getBytes(UTF_8))
                        .post("/v1/events")
                        .then(),
                401,
                "unauthorized");
        problem(
                given().contentType(STRUCTURED)
                        .header("Authorization", "Bearer " + TestTokens.token("limits", "metrics:read"))
                        .body("{}".getBytes(UTF_8))
                        .post("/v1/events")
                        .then(),
                403,
                "missing-scope");
    }

    @Test
    void neverTakesATenantFromTheEvent() {
        String json =
                Events.message("c", "x").replace("{\"specversion\"", "{\"tenant\":\"somebody-else\",\"specversion\"");

        send(STRUCTURED, json.getBytes(UTF_8))
                .statusCode(200)
                .body("rejected", equalTo(1))
                .body("results[0].type", equalTo("urn:deskpulse:problem:tenant-mismatch"));

        assertThat(Interactions.of("somebody-else")).isEmpty();
    }

    @Test
    void leavesSurveyEventsToTheSurveyService() {
        send(
                        STRUCTURED,
                        Events.event("survey.shown", "c", "{\"survey\":\"s\",\"version\":1,\"offer\":\"o\"}")
                                .getBytes(UTF_8))
                .statusCode(200)
                .body("results[0].type", equalTo("urn:deskpulse:problem:event-type-not-allowed"));
    }

    @Test
    void holdsATenantToItsRate() {
        String burst = String.join("\n", Collections.nCopies(10, Events.message("c", "x")));
        as("limits-slow")
                .contentType(LINES)
                .body(burst.getBytes(UTF_8))
                .post("/v1/events")
                .then()
                .statusCode(200);

        ValidatableResponse refused = as("limits-slow")
                .contentType(LINES)
                .body(burst.getBytes(UTF_8))
                .post("/v1/events")
                .then();

        problem(refused, 429, "rate-limited")
                .header("Retry-After", matchesRegex("[1-5]"))
                .header("RateLimit-Policy", "\"events\";q=10;w=5")
                .header("RateLimit", matchesRegex("\"events\";r=\\d;t=[1-5]"));
        assertThat(Interactions.of("limits-slow")).hasSize(10);
    }

    @Test
    void countsEveryEventOnce() {
        send(LINES, (Events.message("c", "x") + "\n{}").getBytes(UTF_8)).statusCode(200);

        String metrics = given().get("/q/metrics").asString();
        double received = sum(metrics, "deskpulse_ingest_events_received_total");
        double results = sum(metrics, "deskpulse_ingest_events_total{");

        assertThat(received).isPositive().isEqualTo(results);
    }

    private static double sum(String metrics, String prefix) {
        return metrics.lines()
                .filter(line -> line.startsWith(prefix))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static ValidatableResponse problem(ValidatableResponse response, int status, String name) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:deskpulse:problem:" + name));
    }

    private static ValidatableResponse send(String contentType, byte[] body) {
        return as("limits")
                .contentType(contentType)
                .body(body)
                .post("/v1/events")
                .then();
    }
}
