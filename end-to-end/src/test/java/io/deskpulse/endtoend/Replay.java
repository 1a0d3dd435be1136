package io.deskpulse.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskpulse.endtoend.deployment.Answer;
import io.deskpulse.endtoend.deployment.Deployment;
import io.deskpulse.endtoend.deployment.IngestClient;
import io.deskpulse.endtoend.deployment.MetricsClient;
import io.deskpulse.endtoend.reference.Range;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Plays events into a tenant and compares what comes out. */
final class Replay {
    private static final int AT_ONCE = 500;
    private final String tenant;
    private final IngestClient ingest;
    private final MetricsClient metrics;

    Replay(String tenant) {
        this.tenant = tenant;
        this.ingest = Deployment.get().ingestOf(tenant);
        this.metrics = Deployment.get().metricsOf(tenant);
    }

    String tenant() {
        return tenant;
    }

    MetricsClient metrics() {
        return metrics;
    }

    /** Sends everything, declares the clock, and waits until it is counted. */
    Replay play(List<JsonNode> events) {
        ingest.send(events, AT_ONCE);
        return finish(events);
    }

    /** Sends a part of the events; {@link #finish} is still to come. */
    void send(List<JsonNode> some) {
        ingest.sendBatch(some);
    }

    /** Declares the clock that these events show, and waits until all is counted. */
    Replay finish(List<JsonNode> events) {
        ingest.declareClock(events);
        metrics.awaitCounted(Instant.now());
        return this;
    }

    /** What the comparison of the counters with the log says. */
    JsonNode reconcile(Range range) {
        Answer answer = metrics.get("/v1/reconciliation?from=%s&to=%s"
                .formatted(Instant.ofEpochMilli(range.from()), Instant.ofEpochMilli(range.to())));
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return answer.json();
    }

    /** Compares every metric in total, by each dimension, by the day and by the hour. */
    void assertEverythingIs(Dataset dataset) {
        new Comparison(metrics, dataset.answers(), dataset.days())
                .inTotal()
                .byEachDimension()
                .inSteps("day", Duration.ofDays(1))
                .inSteps("hour", Duration.ofHours(1))
                .inStepsBy("channel", "day", Duration.ofDays(1))
                .inStepsBy("handler", "day", Duration.ofDays(1))
                .assertNoDifference();
    }

    /** Compares every metric in total, by the main dimensions and by the day. */
    void assertSumsAre(Dataset dataset) {
        new Comparison(metrics, dataset.answers(), dataset.days())
                .inTotal()
                .byEachDimension()
                .inSteps("day", Duration.ofDays(1))
                .assertNoDifference();
    }
}
