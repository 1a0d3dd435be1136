package io.deskpulse.kit.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import java.util.function.Supplier;

/**
 * A piece of work in a trace, or {@link #NONE}, which takes everything and does nothing. Its attributes name no person and no secret: ids of tenants, rules
 * and receivers, topics, numbers. Thread-safe.
 */
public final class Step {
    /** What is not traced. */
    public static final Step NONE = new Step(null);

    private final Span span;

    Step(Span span) {
        this.span = span;
    }

    /** The header for what follows from it; null where it is not traced. */
    public String traceparent() {
        return span == null ? null : TraceParent.of(span.getSpanContext());
    }

    /** Whether it is traced. */
    public boolean traced() {
        return span != null;
    }

    public Step with(String attribute, String value) {
        if (span != null && value != null) {
            span.setAttribute(attribute, value);
        }
        return this;
    }

    public Step with(String attribute, long value) {
        if (span != null) {
            span.setAttribute(attribute, value);
        }
        return this;
    }

    /** Another trace has led to it too. */
    public Step linked(String traceparent) {
        if (span != null) {
            span.addLink(TraceParent.read(traceparent));
        }
        return this;
    }

    /**
     * It did not work out.
     *
     * @param type a word for the kind of failure, never a message
     */
    public Step failed(String type) {
        if (span != null) {
            span.setStatus(StatusCode.ERROR);
            span.setAttribute("error.type", type);
        }
        return this;
    }

    /** Does something on this thread that finds it by {@link Tracing#current}. */
    public <T> T during(Supplier<T> work) {
        if (span == null) {
            return work.get();
        }
        Scope entered = span.makeCurrent();
        try {
            return work.get();
        } finally {
            entered.close();
        }
    }

    public void end() {
        if (span != null) {
            span.end();
        }
    }
}
