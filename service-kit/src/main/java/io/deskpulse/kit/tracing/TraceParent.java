package io.deskpulse.kit.tracing;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.api.trace.TraceState;

/**
 * The W3C header {@code traceparent} ({@code 00-<trace id>-<span id>-<flags>}), as text and as what it stands for. {@code tracestate} is dropped, which the
 * standard allows: what is carried lies in tables and topics for days. Stateless.
 */
final class TraceParent {
    private static final int LENGTH = 55;
    private static final int SPAN = 36;
    private static final int FLAGS = 53;

    private TraceParent() {}

    static String of(SpanContext context) {
        return "00-" + context.getTraceId() + "-" + context.getSpanId() + "-"
                + context.getTraceFlags().asHex();
    }

    /** What it names; invalid where it names nothing. */
    static SpanContext read(String text) {
        if (text == null
                || text.length() < LENGTH
                || text.charAt(2) != '-'
                || text.charAt(SPAN - 1) != '-'
                || text.charAt(FLAGS - 1) != '-') {
            return SpanContext.getInvalid();
        }
        String trace = text.substring(3, SPAN - 1);
        String span = text.substring(SPAN, FLAGS - 1);
        if (!TraceId.isValid(trace) || !SpanId.isValid(span) || !hex(text.charAt(FLAGS)) || !hex(text.charAt(54))) {
            return SpanContext.getInvalid();
        }
        return SpanContext.createFromRemoteParent(
                trace, span, TraceFlags.fromHex(text, FLAGS), TraceState.getDefault());
    }

    /** Whether a header says that its trace is recorded; looks at one byte, whatever the others are. */
    static boolean sampled(byte[] header) {
        return header != null && header.length == LENGTH && (Character.digit(header[LENGTH - 1], 16) & 1) == 1;
    }

    private static boolean hex(char digit) {
        return Character.digit(digit, 16) >= 0;
    }
}
