package io.deskpulse.alerting.evaluation.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deskpulse.alerting.alert.AlertTraces;
import io.deskpulse.alerting.alert.Transition;
import io.deskpulse.kit.tracing.Step;
import io.deskpulse.kit.tracing.Tracing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Traces of one partition, from measurements that rules look at to what is decided. A decision rests on all of a window: it follows from the tenant's last
 * traced measurement, as long as that is not old (docs/decisions/0026). Used by the thread that reads.
 */
final class MeasurementTraces {
    /** Windows are mostly shorter. */
    private static final Duration LASTS = Duration.ofMinutes(10);

    private final Tracing tracing;
    private final Map<String, Cause> causes = new HashMap<>();
    private final List<Step> deciding = new ArrayList<>();

    private record Cause(String sent, String taken, long nanos) {}

    MeasurementTraces(Tracing tracing) {
        this.tracing = tracing;
    }

    /** A rule looks at what this record says. */
    void used(ConsumerRecord<byte[], byte[]> record) {
        if (!tracing.on()) {
            return;
        }
        Header header = record.headers().lastHeader(Tracing.HEADER);
        String sent = header == null ? null : tracing.read(header.value());
        if (sent == null) {
            return;
        }
        String tenant = new String(record.key(), UTF_8);
        Cause known = causes.get(tenant);
        if (known != null && known.sent().equals(sent)) {
            // Cells that were sent together are one step.
            return;
        }
        Step step = tracing.process(sent, record.topic())
                .with("deskpulse.tenant", tenant)
                .with("messaging.destination.partition.id", String.valueOf(record.partition()))
                .with("messaging.kafka.offset", record.offset());
        step.end();
        causes.put(tenant, new Cause(sent, step.traceparent(), System.nanoTime()));
    }

    /** This was decided, and is stored next. */
    List<AlertTraces.Decided> decided(List<Transition> transitions) {
        if (causes.isEmpty()) {
            return List.of();
        }
        causes.values().removeIf(cause -> System.nanoTime() - cause.nanos() > LASTS.toNanos());
        List<AlertTraces.Decided> traced = new ArrayList<>();
        for (Transition transition : transitions) {
            Cause cause = causes.get(transition.tenant());
            if (cause != null && !transition.checkpoint()) {
                Step step = tracing.step(cause.taken(), "decide alert")
                        .with("deskpulse.tenant", transition.tenant())
                        .with("deskpulse.rule", transition.rule())
                        .with("deskpulse.alert.from", transition.from().word())
                        .with("deskpulse.alert.to", transition.to().word())
                        .with("deskpulse.alert.reason", transition.reason().word());
                deciding.add(step);
                traced.add(new AlertTraces.Decided(transition.tenant(), transition.fingerprint(), step.traceparent()));
            }
        }
        return traced;
    }

    /** What was decided last is stored, or somebody else decides. */
    void settled(boolean stored) {
        deciding.forEach(step -> (stored ? step : step.failed("lost")).end());
        deciding.clear();
    }
}
