package io.deskpulse.metrics.partition;

import io.deskpulse.contracts.event.Event;
import io.deskpulse.kit.tracing.Step;
import io.deskpulse.kit.tracing.Tracing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The events of a round whose requests are traced: each is a step from its reading to the write that counts it (docs/decisions/0026). Of the thousands that
 * are folded together few are; the others cost a look at a header, or nothing where tracing is off. Used by one thread.
 */
final class SampledEvents {
    /** Beyond this a round tells nothing that it did not tell before. */
    private static final int MOST = 50;

    private final Tracing tracing;
    private final String topic;
    private final List<Sampled> sampled = new ArrayList<>();

    private record Sampled(String tenant, Step step) {}

    SampledEvents(Tracing tracing, String topic) {
        this.tracing = tracing;
        this.topic = topic;
    }

    /** An event was read. */
    void read(Event event, Delivery delivery, int index) {
        if (!tracing.on() || sampled.size() >= MOST) {
            return;
        }
        Step step = tracing.process(tracing.read(delivery.traceparent(index)), topic);
        if (step.traced()) {
            step.with("messaging.message.id", event.id())
                    .with("messaging.kafka.offset", delivery.offset(index))
                    .with("deskpulse.tenant", event.tenant())
                    .with("deskpulse.event.type", event.type().wire());
            sampled.add(new Sampled(event.tenant(), step));
        }
    }

    /**
     * The round that they are in was written.
     *
     * @return for each tenant the header of the last one
     */
    Map<String, String> counted(int records) {
        if (sampled.isEmpty()) {
            return Map.of();
        }
        Map<String, String> last = new HashMap<>();
        sampled.forEach(each -> {
            each.step().with("messaging.batch.message_count", records).end();
            last.put(each.tenant(), each.step().traceparent());
        });
        sampled.clear();
        return last;
    }

    /** They are read again. */
    void dropped() {
        sampled.forEach(each -> each.step().failed("read-again").end());
        sampled.clear();
    }
}
