package io.deskpulse.endtoend.observability;

import static io.deskpulse.endtoend.observability.ShopCustomer.COMMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskpulse.localstack.alert.JsonApi;
import io.deskpulse.localstack.service.Service;
import io.deskpulse.localstack.service.ServiceKind;
import io.deskpulse.widget.browser.Chromium;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What operators see of the services from outside: one trace from the widget in a browser to the alert, and logs that lead to it. */
class TraceIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TENANT = "traced";
    private static final Path FILE = Path.of("target", "observability", "trace.json");

    /** Whatever else an attribute may say, somebody has to have thought about it. */
    private static final Set<String> HARMLESS = Set.of(
            "http.request.method",
            "http.response.status_code",
            "http.route",
            "url.scheme",
            "server.address",
            "server.port",
            "http.request.body.size",
            "http.response.body.size",
            "network.protocol.version",
            "error.type",
            "code.function.name",
            "code.namespace");

    private static final String[] LINE = {
        "survey-service server PUT /v1/offers/{offer}/answers/{question}",
        "survey-service producer send interactions",
        "metrics-service consumer process interactions",
        "metrics-service producer send measurements",
        "alerting-service consumer process measurements",
        "alerting-service internal decide alert",
        "alerting-service internal notify receiver",
        "alerting-service client POST"
    };

    private static TracedDeployment deployment;

    @BeforeAll
    static void start() {
        Chromium.get();
        deployment = new TracedDeployment();
    }

    @AfterAll
    static void stop() {
        if (deployment != null) {
            deployment.close();
        }
    }

    @Test
    void oneTraceLeadsFromTheAnswerInABrowserToTheAlert() {
        try (Doorbell doorbell = new Doorbell()) {
            alertOnAnAnswer(doorbell);
            String id = new ShopCustomer(deployment, TENANT).answerInABrowser();

            await("the alert, and all spans on the way from the answer to it")
                    .atMost(Duration.ofSeconds(110))
                    .untilAsserted(() -> {
                        assertThat(doorbell.traceparents()).isNotEmpty().allMatch(header -> header.contains(id));
                        assertThat(lineToAlert(id).spans())
                                .extracting(TraceIT::told)
                                .containsExactly(LINE);
                    });

            Trace line = lineToAlert(id);
            String call = line.find("alerting-service", "POST").orElseThrow().spanId();
            assertThat(doorbell.traceparents().get(0)).isEqualTo("00-" + id + "-" + call + "-01");
            System.out.println(line.tree());
            line.write(FILE);
            assertThat(line.spans()).allMatch(span -> span.endNanos() >= span.startNanos() && !span.failed());
            tellsNoSecrets(line);
        }
    }

    @Test
    void everyLineOfALogIsJsonAndNamesServiceAndTrace() {
        for (ServiceKind kind : ServiceKind.ALL) {
            Service service = deployment.service(kind.name());
            String trace = "4bf92f3577b34da6a3ce929d0e0e47%02x".formatted(kind.port() % 100);
            call(service, trace);

            await("a line with the trace in the log of " + kind.name())
                    .atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(lines(service))
                            .isNotEmpty()
                            .allSatisfy(line -> {
                                assertThat(line.path("service").asText()).isEqualTo(kind.name());
                                assertThat(line.path("timestamp").asText()).isNotEmpty();
                                assertThat(line.path("level").asText()).isNotEmpty();
                                assertThat(line.path("loggerName").asText()).isNotEmpty();
                            })
                            .anySatisfy(line ->
                                    assertThat(line.at("/mdc/traceId").asText()).isEqualTo(trace)));
        }
    }

    private static void alertOnAnAnswer(Doorbell doorbell) {
        JsonApi alerting = deployment.api("alerting-service", TENANT, "alerts:manage");
        // The first requests to a service that has just started take their time on a busy machine.
        await("the alerting-service")
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> alerting.get("/v1/receivers").good().has("receivers"));
        alerting.putNew(
                        "/v1/receivers/default",
                        json("""
                        {"kind": "webhook", "settings": {"url": "%s"}}"""
                                .formatted(doorbell.url())))
                .good();
        alerting.put(
                        "/v1/routing",
                        0,
                        json(
                                """
                        {"route": {"receiver": "default", "groupBy": ["alertname"],
                                   "groupWait": "0s", "groupInterval": "1s", "repeatInterval": "4h"}}"""))
                .good();
        alerting.post(
                        "/v1/rules",
                        json(
                                """
                        {"id": "answers-come", "metric": "csat_score", "window": "1m", "slide": "1m",
                         "delay": "0s", "for": "0s", "keepFiringFor": "0s", "minSamples": 1, "noData": "keep",
                         "condition": {"type": "threshold", "operator": ">=", "limit": 1}, "severity": "info"}"""))
                .good();
    }

    /** What led to the call of the receiver, as far as it has been exported: each service sends its spans when they end, in its own time. */
    private static Trace lineToAlert(String id) {
        Trace trace = trace(id);
        return trace.find("alerting-service", "POST").map(trace::leadingTo).orElse(new Trace(List.of()));
    }

    private static Trace trace(String id) {
        return new Trace(deployment.collector.spans().stream()
                .filter(span -> span.traceId().equals(id))
                .toList());
    }

    /** The pattern of an id is part of a route's name. */
    private static String told(ExportedSpan span) {
        String name = span.name().replaceFirst("\\{offer:.*}}", "{offer}");
        return span.service() + " " + span.kindName() + " " + name;
    }

    /** Nothing that came to the collector tells what somebody said or where a secret leads; of the line each attribute is known. */
    private static void tellsNoSecrets(Trace line) {
        assertThat(deployment.collector.spans()).allSatisfy(span -> assertThat(span.name() + span.attributes())
                .doesNotContain(COMMENT, "secret", "Mozilla", "Bearer", "Where is my order"));
        assertThat(line.spans()).allSatisfy(span -> assertThat(span.attributes())
                .as(span.name())
                .allSatisfy((key, value) -> assertThat(value.equals("REDACTED")
                                || HARMLESS.contains(key)
                                || key.startsWith("messaging.")
                                || key.startsWith("deskpulse."))
                        .as(key)
                        .isTrue()));
    }

    private static void call(Service service, String trace) {
        HttpRequest request = HttpRequest.newBuilder(service.base().resolve("/v1/nothing-" + service.port()))
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-00")
                .build();
        try {
            HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The JVM itself writes a few words of its own to the same place. */
    private static List<JsonNode> lines(Service service) throws IOException {
        return Files.readAllLines(service.process().log()).stream()
                .filter(line -> !line.startsWith("WARNING:") && !line.isBlank())
                .map(TraceIT::json)
                .toList();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError("no JSON: " + text, e);
        }
    }
}
