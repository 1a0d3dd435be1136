package io.deskpulse.alerting.evaluation.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.alerting.alert.AlertTraces;
import io.deskpulse.alerting.alert.Decided;
import io.deskpulse.alerting.alert.State;
import io.deskpulse.alerting.alert.Transition;
import io.deskpulse.kit.tracing.Tracing;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class MeasurementTracesTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final Transition FIRES = new Decided("demo", "v1").goes(State.NORMAL, State.FIRING, 1);

    private final MeasurementTraces traces = new MeasurementTraces(
            new Tracing(SdkTracerProvider.builder().build().get("test")));

    @Test
    void aDecisionFollowsFromTheLastTracedMeasurementOfItsTenant() {
        traces.used(record("other", "00-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-01"));
        traces.used(record("demo", "00-" + TRACE + "-00f067aa0ba902b7-01"));
        traces.used(record("demo", "00-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-00"));

        List<AlertTraces.Decided> decided = traces.decided(List.of(FIRES));

        assertThat(decided).hasSize(1);
        assertThat(decided.get(0).tenant()).isEqualTo("demo");
        assertThat(decided.get(0).fingerprint()).isEqualTo(FIRES.fingerprint());
        assertThat(decided.get(0).header()).startsWith("00-" + TRACE).doesNotContain("00f067aa0ba902b7");
        traces.settled(true);
    }

    @Test
    void whatChangesNoStateIsNoDecision() {
        traces.used(record("demo", "00-" + TRACE + "-00f067aa0ba902b7-01"));

        assertThat(traces.decided(List.of(new Decided("demo", "v1").goes(State.FIRING, State.FIRING, 1))))
                .isEmpty();
    }

    @Test
    void switchedOffNothingIsTraced() {
        MeasurementTraces off = new MeasurementTraces(Tracing.OFF);
        off.used(record("demo", "00-" + TRACE + "-00f067aa0ba902b7-01"));

        assertThat(off.decided(List.of(FIRES))).isEmpty();
    }

    private static ConsumerRecord<byte[], byte[]> record(String tenant, String header) {
        ConsumerRecord<byte[], byte[]> record =
                new ConsumerRecord<>("measurements", 0, 1, tenant.getBytes(UTF_8), new byte[0]);
        record.headers().add("traceparent", header.getBytes(UTF_8));
        return record;
    }
}
