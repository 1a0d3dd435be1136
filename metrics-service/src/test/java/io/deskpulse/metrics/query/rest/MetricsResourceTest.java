package io.deskpulse.metrics.query.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.deskpulse.localstack.quarkus.LocalStackResource;
import io.deskpulse.localstack.quarkus.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class MetricsResourceTest {
    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Test
    void the_catalogue_says_what_is_live_in_both_languages() {
        asReader()
                .get("/v1/metrics")
                .then()
                .statusCode(200)
                .body("metrics.find { it.id == 'resolution_rate' }.name.zh", equalTo("解决率"))
                .body("metrics.find { it.id == 'resolution_rate' }.live", equalTo(true))
                .body("metrics.find { it.id == 'customers' }.needs", hasItem("journeys"))
                .body("metrics.find { it.id == 'csat_rate' }.from", equalTo(4))
                .body("metrics.find { it.id == 'messages' }.dimensions", hasItem("sender"));
    }

    @Test
    void nothing_counted_is_an_empty_answer() {
        asReader()
                .queryParam("from", "2026-11-20")
                .queryParam("to", "2026-11-21")
                .queryParam("zone", "Asia/Shanghai")
                .get("/v1/metrics/resolution_rate")
                .then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .body("metric", equalTo("resolution_rate"))
                .body("version", equalTo(1))
                .body("unit", equalTo("ratio"))
                .body("cohort", equalTo("close"))
                .body("from", equalTo("2026-11-20T00:00:00+08:00"))
                .body("to", equalTo("2026-11-21T00:00:00+08:00"))
                .body("target.atLeast", equalTo(0.7f))
                .body("series", hasSize(1))
                .body("series[0].points[0].value", nullValue())
                .body("series[0].points[0].denominator", equalTo(0))
                .body("series[0].points[0].lowSample", equalTo(true));
    }

    @Test
    void a_fault_is_a_problem_that_names_its_parameter() {
        asReader()
                .queryParam("zone", "Mars/Base")
                .get("/v1/metrics/turns")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:deskpulse:problem:invalid-parameter"))
                .body("parameter", equalTo("zone"));
        asReader()
                .queryParam("form", "2026-11-20")
                .get("/v1/metrics/turns")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("form"));
        asReader()
                .queryParam("where", "scene")
                .get("/v1/metrics/turns")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("where"));
        asReader().get("/v1/metrics/no_such").then().statusCode(404).body("parameter", equalTo("metric"));
        asReader()
                .get("/v1/metrics/customers")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:deskpulse:problem:metric-not-live"))
                .body("detail", containsString("journeys"));
        asReader()
                .queryParam("from", "2020-01-01")
                .queryParam("step", "day")
                .get("/v1/metrics/turns")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:deskpulse:problem:range-not-kept"));
    }

    @Test
    void several_questions_get_an_answer_or_a_problem_each() {
        asReader()
                .contentType(ContentType.JSON)
                .body(
                        """
                        {"queries": [
                          {"metric": "turns"},
                          {"metric": "customers"},
                          {"metric": "messages", "by": ["sender"], "where": {"scene": ["presales"]}, "compare": "previous"}
                        ]}""")
                .post("/v1/query")
                .then()
                .statusCode(200)
                .body("results", hasSize(3))
                .body("results[0].metric", equalTo("turns"))
                .body("results[1].status", equalTo(422))
                .body("results[2].metric", equalTo("messages"));
    }

    @Test
    void the_examples_of_the_description_can_be_asked() {
        asReader()
                .contentType(ContentType.JSON)
                .body(Examples.QUESTIONS)
                .post("/v1/query")
                .then()
                .statusCode(200)
                .body("results.metric", equalTo(List.of("resolution_rate", "first_response_time")));
    }

    @Test
    void a_body_that_is_no_question_is_a_problem() {
        asReader()
                .contentType(ContentType.JSON)
                .body("{\"queries\": []}")
                .post("/v1/query")
                .then()
                .statusCode(400)
                .body("pointer", equalTo("/queries"));
        asReader()
                .contentType(ContentType.JSON)
                .body("{\"queries\": [{\"metric\": \"turns\", \"form\": \"2026-11-20\"}]}")
                .post("/v1/query")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void only_those_who_may_read_metrics_do() {
        given().get("/v1/metrics").then().statusCode(401);
        given().auth()
                .oauth2(TestTokens.token("query-rest", "ingest:write"))
                .get("/v1/metrics/turns")
                .then()
                .statusCode(403);
    }

    @Test
    void listeners_are_told_the_present_state_at_once() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/v1/stream?metrics=turns,customers&every=1s"))
                .header("Authorization", "Bearer " + TestTokens.token("query-rest", "metrics:read"))
                .header("Accept", "text/event-stream")
                .build();

        HttpResponse<Stream<String>> response =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofLines());

        assertThat(response.statusCode()).isEqualTo(200);
        try (Stream<String> lines = response.body()) {
            List<String> first =
                    lines.filter(line -> line.startsWith("data:")).limit(2).toList();
            assertThat(first).anySatisfy(line -> assertThat(line).contains("\"metric\":\"turns\""));
            assertThat(first).anySatisfy(line -> assertThat(line).contains("metric-not-live"));
        }
    }

    @Test
    void a_stream_of_nothing_is_a_problem() {
        asReader().get("/v1/stream").then().statusCode(400).body("parameter", equalTo("metrics"));
        asReader()
                .queryParam("metrics", "turns")
                .queryParam("every", "10ms")
                .get("/v1/stream")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("every"));
    }

    @Test
    void the_description_documents_every_parameter() {
        asReader()
                .accept(ContentType.JSON)
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body(
                        "paths.'/v1/metrics/{id}'.get.parameters.name",
                        containsInAnyOrder("id", "from", "to", "step", "by", "where", "zone", "compare", "stat"))
                .body(
                        "paths.'/v1/metrics/{id}'.get.parameters.find { it.name == 'where' }.schema.examples",
                        hasItem("scene:presales|aftersales,language:zh-cn"))
                .body(
                        "paths.'/v1/stream'.get.parameters.name",
                        containsInAnyOrder("metrics", "by", "where", "zone", "window", "every"))
                .body("paths.'/v1/stream'.get.parameters.find { it.name == 'metrics' }.required", equalTo(true))
                .body("paths.'/v1/stream'.get.parameters.find { it.name == 'by' }.schema.examples", notNullValue())
                .body("components.schemas.Answer.properties.asOf", notNullValue());
    }

    private static RequestSpecification asReader() {
        return given().auth().oauth2(TestTokens.token("query-rest", "metrics:read"));
    }
}
