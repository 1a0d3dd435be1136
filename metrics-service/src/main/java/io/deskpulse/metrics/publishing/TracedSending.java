package io.deskpulse.metrics.publishing;

import io.deskpulse.contracts.measurement.Measurement;
import io.deskpulse.kit.tracing.Step;
import io.deskpulse.kit.tracing.Tracing;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The traces that measurements carry on. A cell is the sum of many events, so none of them is its cause: all that is sent of a tenant after one of its traced
 * events was counted follows from the last of these, once (docs/decisions/0026). Used by one thread, except that sending may end on another.
 */
final class TracedSending {
    private final Tracing tracing;
    private final String topic;
    private final Map<String, String> causes = new HashMap<>();
    private Map<String, Step> steps = new HashMap<>();

    TracedSending(Tracing tracing, String topic) {
        this.tracing = tracing;
        this.topic = topic;
    }

    /** By tenant the header of what was counted. */
    void following(Map<String, String> headers) {
        if (!headers.isEmpty()) {
            causes.putAll(headers);
        }
    }

    /** What a measurement carries; null for nothing. */
    String header(Measurement measurement) {
        if (causes.isEmpty()) {
            return null;
        }
        String cause = causes.get(measurement.tenant());
        return cause == null
                ? null
                : steps.computeIfAbsent(measurement.tenant(), tenant -> tracing.send(cause, topic)
                                .with("deskpulse.tenant", tenant))
                        .traceparent();
    }

    /** All that was to be sent is on its way: the steps end with it. */
    CompletableFuture<Void> ending(CompletableFuture<Void> sent) {
        if (steps.isEmpty()) {
            return sent;
        }
        Map<String, Step> ended = steps;
        steps = new HashMap<>();
        causes.keySet().removeAll(ended.keySet());
        return sent.whenComplete((done, failure) ->
                ended.values().forEach(step -> (failure == null ? step : step.failed("unsent")).end()));
    }
}
