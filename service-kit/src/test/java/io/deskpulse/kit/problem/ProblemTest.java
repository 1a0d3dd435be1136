package io.deskpulse.kit.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ProblemTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Test
    void problem_names_the_parameter_and_the_trace() {
        given().header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .get("/test/invalid")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .header("Cache-Control", "no-store")
                .body("type", equalTo("urn:deskpulse:problem:invalid-parameter"))
                .body("title", equalTo("Invalid parameter"))
                .body("status", equalTo(400))
                .body("detail", equalTo("from: not an instant"))
                .body("parameter", equalTo("from"))
                .body("instance", equalTo("urn:deskpulse:trace:" + TRACE));
    }

    @Test
    void wait_is_rounded_up_to_whole_seconds() {
        given().get("/test/busy")
                .then()
                .statusCode(429)
                .header("Retry-After", "2")
                .body("type", equalTo("urn:deskpulse:problem:rate-limited"));
    }

    @Test
    void unexpected_fault_tells_a_trace_id_and_nothing_else() {
        given().get("/test/broken")
                .then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body("traceId", notNullValue())
                .body(not(anyOf(containsString("5551234567"), containsString("IllegalState"))));
    }

    @Test
    void unknown_address_is_a_problem() {
        given().get("/test/nothing").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void wrong_method_is_a_problem() {
        given().delete("/test/invalid").then().statusCode(405).contentType("application/problem+json");
    }

    @Test
    void unreadable_content_type_is_a_problem() {
        given().contentType("text/plain")
                .body("x")
                .post("/test/orders")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void unservable_accept_is_a_problem() {
        given().accept("image/png").get("/test/invalid").then().statusCode(406).contentType("application/problem+json");
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "{\"count\": \"many 5551234567\"} | /count",
                "{\"lines\": [{\"price\": 1}, {\"price\": \"a 5551234567\"}]} | /lines/1/price",
                "{\"lines\": 5551234567} | /lines",
                "[5551234567] | ''",
                "{\"count\": 5551234567 | ''",
            })
    void bad_json_is_pointed_at_and_not_quoted(String body, String pointer) {
        post(body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:deskpulse:problem:invalid-body"))
                .body("pointer", equalTo(pointer))
                .body(not(containsString("5551234567")))
                .body(not(containsString("TestEndpoints")));
    }

    private static ValidatableResponse post(String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/test/orders")
                .then();
    }
}
