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
public final class Replay {
    private static final int AT_ONCE = 500;
    private final String tenant;
    private final IngestClient ingest;
    private final MetricsClient metrics;

    Replay(String tenant) {
        this(tenant, Deployment.get().ingestOf(tenant), Deployment.get().metricsOf(tenant));
    }

    /** Into a deployment that is not the usual one. */
    public Replay(String tenant, IngestClient ingest, MetricsClient metrics) {
        this.tenant = tenant;
        this.ingest = ingest;
        this.metrics = metrics;
    }

    public String tenant() {
        return tenant;
    }

    public MetricsClient metrics() {
        return metrics;
    }

    /** Sends everything, declares the clock, and waits until it is counted. */
    Replay play(List<JsonNode> events) {
        ingest.send(events, AT_ONCE);
        return finish(events);
    }

    /** Sends a part of the events; {@link #finish} is still to come. */
    public void send(List<JsonNode> some) {
        ingest.sendBatch(some);
    }

    /** Declares the clock that these events show, and waits until all is counted. */
    public Replay finish(List<JsonNode> events) {
        ingest.declareClock(events);
        metrics.awaitCounted(Instant.now());
        return this;
    }

    /** What the comparison of the counters with the log says. */
    public JsonNode reconcile(Range range) {
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
    public void assertSumsAre(Dataset dataset) {
        new Comparison(metrics, dataset.answers(), dataset.days())
                .inTotal()
                .byEachDimension()
                .inSteps("day", Duration.ofDays(1))
                .assertNoDifference();
    }
}
