package io.deskpulse.kit.tracing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TracingTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SAMPLED = "00-" + TRACE + "-00f067aa0ba902b7-01";
    private static final String OTHER = "00-" + TRACE + "-00f067aa0ba902b8-01";
    private static final String UNSAMPLED = "00-" + TRACE + "-00f067aa0ba902b7-00";

    private final Recorded recorded = new Recorded(new ShareOfRequests(0));
    private final Tracing tracing = new Tracing(recorded.tracer);

    @Test
    void what_follows_a_sampled_trace_goes_on_with_it() {
        Step sent = tracing.send(SAMPLED, "interactions").with("messaging.batch.message_count", 2);
        Step processed = tracing.process(sent.traceparent(), "interactions").linked(OTHER);
        processed.end();
        sent.end();

        assertThat(recorded.spans).hasSize(2);
        SpanData process = recorded.spans.get(0);
        SpanData send = recorded.spans.get(1);
        assertThat(send.getName()).isEqualTo("send interactions");
        assertThat(send.getKind()).isEqualTo(SpanKind.PRODUCER);
        assertThat(send.getTraceId()).isEqualTo(TRACE);
        assertThat(send.getParentSpanId()).isEqualTo("00f067aa0ba902b7");
        assertThat(send.getAttributes().asMap())
                .containsEntry(AttributeKey.stringKey("messaging.system"), "kafka")
                .containsEntry(AttributeKey.stringKey("messaging.operation.type"), "send")
                .containsEntry(AttributeKey.stringKey("messaging.destination.name"), "interactions")
                .containsEntry(AttributeKey.longKey("messaging.batch.message_count"), 2L);
        assertThat(process.getKind()).isEqualTo(SpanKind.CONSUMER);
        assertThat(process.getParentSpanId()).isEqualTo(send.getSpanId());
        assertThat(process.getLinks()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                UNSAMPLED,
                "",
                "00-",
                "00-" + TRACE + "-00f067aa0ba902b7",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-" + TRACE + "-00f067aa0ba902b7-zz",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736x00f067aa0ba902b7x01"
            })
    void nothing_follows_what_is_not_sampled_or_no_header(String parent) {
        Step step = tracing.process(parent, "interactions");

        assertThat(step).isSameAs(Step.NONE);
        step.with("a", "b").failed("c").end();
        assertThat(recorded.spans).isEmpty();
    }

    @Test
    void a_header_is_read_only_where_its_trace_is_sampled() {
        assertThat(tracing.read(SAMPLED.getBytes(US_ASCII))).isEqualTo(SAMPLED);
        assertThat(tracing.read(UNSAMPLED.getBytes(US_ASCII))).isNull();
        assertThat(tracing.read("01".getBytes(US_ASCII))).isNull();
        assertThat(tracing.read(null)).isNull();
        assertThat(Tracing.OFF.read(SAMPLED.getBytes(US_ASCII))).isNull();
    }

    @Test
    void switched_off_nothing_is_made() {
        assertThat(Tracing.OFF.on()).isFalse();
        assertThat(Tracing.OFF.current()).isNull();
        assertThat(Tracing.OFF.currentId()).isNull();
        assertThat(Tracing.OFF.send(SAMPLED, "interactions")).isSameAs(Step.NONE);
    }

    @Test
    void what_runs_during_a_step_finds_it() {
        Step step = tracing.step(SAMPLED, "notify");

        String found = step.during(tracing::current);

        assertThat(found).isEqualTo(step.traceparent());
        assertThat(tracing.current()).isNull();
    }

    @Test
    void a_failure_is_told_by_a_word() {
        tracing.call(SAMPLED, "POST", "hooks.example", 443).failed("timeout").end();

        SpanData call = recorded.spans.get(0);
        assertThat(call.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(call.getStatus().getDescription()).isEmpty();
        assertThat(call.getAttributes().get(AttributeKey.stringKey("error.type")))
                .isEqualTo("timeout");
        assertThat(call.getAttributes().get(AttributeKey.stringKey("server.address")))
                .isEqualTo("hooks.example");
    }
}
