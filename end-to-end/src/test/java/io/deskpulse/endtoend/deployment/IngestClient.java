package io.deskpulse.endtoend.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A chat platform that posts events, and posts again what was not answered. */
public final class IngestClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BATCH = "application/cloudevents-batch+json";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String ACCEPTED = "accepted";
    private final String tenant;
    private final List<HttpCaller> instances;
    private int turns;

    public IngestClient(URI ingest, String tenant, String token) {
        this(List.of(ingest), tenant, token);
    }

    /** Posts to these instances in turn, each try to the next one. */
    public IngestClient(List<URI> instances, String tenant, String token) {
        this.tenant = tenant;
        this.instances =
                instances.stream().map(each -> new HttpCaller(each, token)).toList();
    }

    /** Posts events in their order, so many at once, and returns when every one is accepted. */
    public void send(List<JsonNode> events, int atOnce) {
        for (int from = 0; from < events.size(); from += atOnce) {
            sendBatch(events.subList(from, Math.min(events.size(), from + atOnce)));
        }
    }

    /** Declares that all up to the greatest time of these events has been sent. */
    public void declareClock(List<JsonNode> events) {
        Instant greatest = events.stream()
                .map(event -> Instant.parse(event.get("time").asText()))
                .max(Instant::compareTo)
                .orElseThrow();
        ObjectNode clock = JSON.createObjectNode()
                .put("specversion", "1.0")
                .put("id", "clock-" + greatest)
                .put("source", "/end-to-end")
                .put("type", "clock.advanced")
                .put("subject", tenant)
                .put("time", greatest.toString());
        sendBatch(List.of(clock));
    }

    /** Posts one batch, again and again until it is answered for good; every event must be accepted. */
    public void sendBatch(List<JsonNode> batch) {
        String body = JSON.valueToTree(batch).toString();
        await("an answer of the ingest-service")
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(attempt(body, batch)).isEqualTo(ACCEPTED));
    }

    /** Posts one batch once. */
    public Answer post(List<JsonNode> batch) {
        return next().post("/v1/events", BATCH, JSON.valueToTree(batch).toString());
    }

    private HttpCaller next() {
        return instances.get(turns++ % instances.size());
    }

    /** @throws IllegalStateException when it makes no sense to try again */
    private String attempt(String body, List<JsonNode> batch) {
        Answer answer;
        try {
            answer = next().post("/v1/events", BATCH, body);
        } catch (UncheckedIOException unanswered) {
            return unanswered.toString();
        }
        if (answer.status() == 503 || answer.status() == 429) {
            return answer.toString();
        }
        if (answer.status() / 100 != 2) {
            throw new IllegalStateException("a valid batch was answered " + answer);
        }
        JsonNode results = answer.json().get("results");
        for (int i = 0; i < batch.size(); i++) {
            if (!results.path(i).path("status").asText().equals(ACCEPTED)) {
                throw new IllegalStateException("%s was answered %s".formatted(batch.get(i), results.path(i)));
            }
        }
        return ACCEPTED;
    }
}
