package io.deskpulse.endtoend.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/** Someone who asks for metrics. */
public final class MetricsClient {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private final HttpCaller http;

    MetricsClient(URI metrics, String token) {
        this.http = new HttpCaller(metrics, token);
    }

    public Answer get(String path) {
        return http.get(path);
    }

    /** The ids of all metrics that are counted already. */
    public Set<String> liveMetrics() {
        Set<String> live = new TreeSet<>();
        for (JsonNode metric : ok("/v1/metrics").get("metrics")) {
            if (metric.get("live").asBoolean()) {
                live.add(metric.get("id").asText());
            }
        }
        return live;
    }

    /** The answer for one metric in steps, split by a dimension or, where that is empty, not at all. */
    public JsonNode metric(String id, Instant from, Instant to, String step, String by) {
        String split = by.isEmpty() ? "" : "&by=" + by;
        return ok("/v1/metrics/%s?from=%s&to=%s&step=%s%s".formatted(id, from, to, step, split));
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
        Instant now = Instant.now();
        JsonNode answer = metric("messages", now.minusSeconds(3600), now, "total", "");
        return Instant.parse(answer.get("asOf").asText());
    }

    private JsonNode ok(String path) {
        Answer answer = http.get(path);
        assertThat(answer.status()).as("%s: %s", path, answer).isEqualTo(200);
        return answer.json();
    }
}
