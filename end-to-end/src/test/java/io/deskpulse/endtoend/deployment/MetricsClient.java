package io.deskpulse.endtoend.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.endtoend.reference.Range;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Someone who asks for metrics. */
public final class MetricsClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int AT_ONCE = 10;
    private final HttpCaller http;

    public MetricsClient(URI metrics, String token) {
        this.http = new HttpCaller(metrics, token);
    }

    /**
     * What is asked.
     *
     * @param by a dimension, or empty
     */
    public record Question(String metric, Range range, String step, String by) {
        ObjectNode json() {
            ObjectNode json = JSON.createObjectNode()
                    .put("metric", metric)
                    .put("from", Instant.ofEpochMilli(range.from()).toString())
                    .put("to", Instant.ofEpochMilli(range.to()).toString())
                    .put("step", step);
            if (!by.isEmpty()) {
                json.putArray("by").add(by);
            }
            return json;
        }
    }

    public Answer get(String path) {
        return http.get(path);
    }

    /** The catalogue's entries of all metrics that are counted already, by id. */
    public Map<String, JsonNode> liveMetrics() {
        Map<String, JsonNode> live = new TreeMap<>();
        for (JsonNode metric : ok(http.get("/v1/metrics")).get("metrics")) {
            if (metric.get("live").asBoolean()) {
                live.put(metric.get("id").asText(), metric);
            }
        }
        return live;
    }

    /** An answer, or a problem, for each question. */
    public List<JsonNode> ask(List<Question> questions) {
        List<JsonNode> answers = new ArrayList<>();
        for (int from = 0; from < questions.size(); from += AT_ONCE) {
            List<Question> some = questions.subList(from, Math.min(questions.size(), from + AT_ONCE));
            ObjectNode body = JSON.createObjectNode();
            some.forEach(question -> body.withArray("queries").add(question.json()));
            JsonNode results = ok(http.post("/v1/query", "application/json", body.toString()))
                    .get("results");
            assertThat(results).as("answers to %s", some).hasSize(some.size());
            results.forEach(answers::add);
        }
        return answers;
    }

    /** Returns when all that Kafka held at a moment is counted. */
    public void awaitCounted(Instant sent) {
        await("counted up to " + sent)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(250))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(asOf()).isAfterOrEqualTo(sent));
    }

    private Instant asOf() {
        long now = System.currentTimeMillis();
        Question any = new Question("messages", new Range(now - 3_600_000, now), "total", "");
        return Instant.parse(ask(List.of(any)).get(0).get("asOf").asText());
    }

    private static JsonNode ok(Answer answer) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return answer.json();
    }
}
