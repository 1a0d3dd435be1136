package io.deskpulse.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskpulse.endtoend.deployment.Answer;
import io.deskpulse.endtoend.deployment.Deployment;
import io.deskpulse.endtoend.deployment.HttpCaller;
import io.deskpulse.endtoend.deployment.Meters;
import io.deskpulse.localstack.service.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every caller may rely on: health, descriptions, counters, and problems that say what to do. */
class ApiIT {
    private static final String TENANT = "api";
    private static final String BATCH = "application/cloudevents-batch+json";
    private final Deployment deployment = Deployment.get();
    private final List<Service> services = List.of(deployment.ingest(), deployment.metrics());

    @ParameterizedTest
    @ValueSource(strings = {"/q/health/live", "/q/health/ready", "/q/health/started", "/q/health"})
    void healthNamesItsChecks(String path) {
        for (Service service : services) {
            Answer health = anonymous(service).get(path);

            assertThat(health.status()).as("%s", health).isEqualTo(200);
            assertThat(health.json().get("status").asText()).isEqualTo("UP");
            assertThat(health.json().get("checks").isArray()).isTrue();
        }
    }

    @Test
    void servicesDescribeThemselves() {
        Answer ingest = anonymous(deployment.ingest()).get("/q/openapi?format=json");
        Answer metrics = anonymous(deployment.metrics()).get("/q/openapi?format=json");

        assertThat(ingest.json().get("paths").has("/v1/events")).isTrue();
        assertThat(ingest.body()).contains("\"example");
        assertThat(metrics.json().get("paths").has("/v1/metrics/{id}")).isTrue();
        assertThat(metrics.json().get("paths").has("/v1/query")).isTrue();
        assertThat(metrics.body()).contains("\"example");
        for (Service service : services) {
            assertThat(anonymous(service).get("/q/swagger-ui/").status()).isEqualTo(200);
        }
    }

    @Test
    void whatIsReceivedIsAcceptedRejectedOrRefused() {
        Story story = new Story("/api", Instant.now().minusSeconds(60)).about("counted");
        story.started("channel", "web").customer().again().tell("conversation.unheard-of");
        double before = received();

        Answer answer = deployment.ingestOf(TENANT).post(story.events());

        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            Meters meters = Meters.of(deployment.ingest());
            assertThat(received()).isEqualTo(before + 4);
            assertThat(meters.sum("deskpulse_ingest_events_total", "")).isEqualTo(received());
        });
    }

    @Test
    void everyEventHasItsOwnResult() {
        Story story = new Story("/api", Instant.now().minusSeconds(60)).about("mixed");
        story.started("channel", "web")
                .tell("conversation.message", "from", "parrot")
                .customer("sentiment", 7);

        Answer answer = deployment.ingestOf(TENANT).post(story.events());

        JsonNode results = answer.json().get("results");
        assertThat(results).hasSize(3);
        assertThat(results.get(0).get("status").asText()).isEqualTo("accepted");
        assertThat(results.get(1).get("status").asText()).isEqualTo("rejected");
        assertThat(results.get(1).get("pointer").asText()).isEqualTo("/data/from");
        assertThat(results.get(2).get("pointer").asText()).isEqualTo("/data/sentiment");
        assertThat(results.get(2).get("type").asText()).startsWith("urn:deskpulse:problem:");
    }

    @Test
    void validatingWritesNothing() {
        Story story = new Story("/api", Instant.now().minusSeconds(60)).about("checked-only");
        String body = story.started("channel", "web").events().toString();
        double before = received();

        Answer answer = caller(deployment.ingest(), "ingest:write").post("/v1/events:validate", BATCH, body);

        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        assertThat(answer.json().at("/results/0/status").asText()).isNotEqualTo("rejected");
        assertThat(received()).isEqualTo(before);
    }

    @Test
    void withoutTokenNobodyIsHeard() {
        assertProblem(anonymous(deployment.ingest()).post("/v1/events", BATCH, "[]"), 401);
        assertProblem(anonymous(deployment.metrics()).get("/v1/metrics"), 401);
        assertProblem(new HttpCaller(deployment.metrics().base(), "no.jwt.atall").get("/v1/metrics"), 401);
    }

    @Test
    void tokenForSomethingElseIsForbidden() {
        assertProblem(caller(deployment.ingest(), "metrics:read").post("/v1/events", BATCH, "[]"), 403);
        assertProblem(caller(deployment.metrics(), "ingest:write").get("/v1/metrics"), 403);
    }

    @Test
    void tenantsSeeTheirOwnOnly() {
        Story story = new Story("/api", Instant.now().minusSeconds(300)).about("private");
        deployment
                .ingestOf("api-mine")
                .sendBatch(story.started("channel", "web").events());
        deployment.metricsOf("api-mine").awaitCounted(Instant.now());
        String path = "/v1/metrics/conversations_started?step=total&from=%s&to=%s"
                .formatted(Instant.now().minusSeconds(3600), Instant.now());

        assertThat(valueOf("api-mine", path)).isEqualTo(1);
        assertThat(valueOf("api-other", path)).isZero();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "step=fortnight, step",
        "by=shoe_size, by",
        "where=shoe_size:44, where",
        "zone=Mars/Olympus, zone",
        "from=yesterday, from",
        "from=2026-11-10T00:00:00Z&to=2026-11-09T00:00:00Z, from",
        "stat=p12, stat",
        "compare=tomorrow, compare"
    })
    void badQuestionIsAProblemThatNamesTheParameter(String bad, String parameter) {
        String sane = bad.startsWith("from=") ? "" : "&from=2026-11-09T00:00:00Z&to=2026-11-10T00:00:00Z";
        JsonNode problem = assertProblem(ask("/v1/metrics/response_time?" + bad + sane), 400);

        assertThat(problem.get("parameter").asText()).isEqualTo(parameter);
    }

    @Test
    void unknownMetricIsAProblemThatNamesIt() {
        JsonNode problem = assertProblem(ask("/v1/metrics/happiness"), 404);

        assertThat(problem.get("parameter").asText()).isEqualTo("metric");
    }

    @Test
    void overLargeQuestionIsRefused() {
        Instant to = Instant.now();
        String path = "/v1/metrics/messages?step=minute&from=%s&to=%s".formatted(to.minus(Duration.ofDays(300)), to);

        JsonNode problem = assertProblem(ask(path), 422);

        assertThat(problem.get("parameter").asText()).isEqualTo("step");
    }

    private double valueOf(String tenant, String path) {
        JsonNode answer = deployment.metricsOf(tenant).get(path).json();
        return answer.at("/series/0/points/0/value").asDouble();
    }

    private double received() {
        return Meters.of(deployment.ingest()).sum("deskpulse_ingest_events_received_total", "");
    }

    private Answer ask(String path) {
        return caller(deployment.metrics(), "metrics:read").get(path);
    }

    private HttpCaller caller(Service service, String scope) {
        return new HttpCaller(service.base(), deployment.token(TENANT, scope));
    }

    private static HttpCaller anonymous(Service service) {
        return new HttpCaller(service.base(), null);
    }

    private static JsonNode assertProblem(Answer answer, int status) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        JsonNode problem = answer.json();
        assertThat(problem.get("type").asText()).startsWith("urn:deskpulse:problem:");
        assertThat(problem.get("title").asText()).isNotBlank();
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("detail").asText()).isNotBlank();
        return problem;
    }
}
