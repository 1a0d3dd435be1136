package io.deskpulse.kit.tracing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Traces what our own code does with Kafka, tables and receivers; HTTP requests are traced by Quarkus. A trace goes on where a sampled one came in, and
 * begins nowhere here: without one, or switched off ({@code quarkus.otel.sdk.disabled}), nothing is made (docs/decisions/0026). Thread-safe.
 */
@Singleton
public final class Tracing {
    /** The header of HTTP and Kafka that a trace is carried in. */
    public static final String HEADER = "traceparent";

    /** What never traces. */
    public static final Tracing OFF = new Tracing((Tracer) null);

    private static final String SCOPE = "io.deskpulse";

    private final Tracer tracer;

    @Inject
    Tracing(
            OpenTelemetry openTelemetry,
            @ConfigProperty(name = "quarkus.otel.sdk.disabled", defaultValue = "false") boolean off) {
        this(off ? null : openTelemetry.getTracer(SCOPE));
    }

    /** Traces with this; null never traces. */
    public Tracing(Tracer tracer) {
        this.tracer = tracer;
    }

    /** Whether there is any use in looking for headers. */
    public boolean on() {
        return tracer != null;
    }

    /** The header of what runs on this thread; null where that is not sampled. */
    public String current() {
        if (tracer == null) {
            return null;
        }
        SpanContext context = Span.current().getSpanContext();
        return context.isSampled() ? TraceParent.of(context) : null;
    }

    /** The trace id of what runs on this thread, sampled or not; null where there is none. */
    public String currentId() {
        if (tracer == null) {
            return null;
        }
        SpanContext context = Span.current().getSpanContext();
        return context.isValid() ? context.getTraceId() : null;
    }

    /** A header as it came from Kafka, if its trace is sampled; null where there is nothing to go on with. */
    public String read(byte[] header) {
        return tracer != null && TraceParent.sampled(header) ? new String(header, US_ASCII) : null;
    }

    /**
     * Records of a topic are written.
     *
     * @param parent header of what caused it; null for none
     */
    public Step send(String parent, String topic) {
        return messaging(parent, "send", topic, SpanKind.PRODUCER);
    }

    /** A record of a topic is dealt with. */
    public Step process(String parent, String topic) {
        return messaging(parent, "process", topic, SpanKind.CONSUMER);
    }

    /** Something of our own is done. */
    public Step step(String parent, String name) {
        return begin(parent, name, SpanKind.INTERNAL);
    }

    /** A request is made; its address is not told, since receivers have secrets in theirs. */
    public Step call(String parent, String method, String host, int port) {
        return begin(parent, method, SpanKind.CLIENT)
                .with("http.request.method", method)
                .with("server.address", host)
                .with("server.port", port);
    }

    private Step messaging(String parent, String operation, String topic, SpanKind kind) {
        return begin(parent, operation + " " + topic, kind)
                .with("messaging.system", "kafka")
                .with("messaging.operation.name", operation)
                .with("messaging.operation.type", operation)
                .with("messaging.destination.name", topic);
    }

    private Step begin(String parent, String name, SpanKind kind) {
        if (tracer == null || parent == null) {
            return Step.NONE;
        }
        SpanContext context = TraceParent.read(parent);
        if (!context.isSampled()) {
            return Step.NONE;
        }
        SpanBuilder span = tracer.spanBuilder(name)
                .setSpanKind(kind)
                .setParent(Context.root().with(Span.wrap(context)));
        return new Step(span.startSpan());
    }
}
