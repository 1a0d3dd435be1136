package io.deskpulse.kit.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Takes out of requests what is nobody's business: addresses of people and their browsers, and the paths and queries that links of customers and receivers
 * have secrets in. {@code http.route} stays and says which endpoint it was. Thread-safe.
 */
@Singleton
final class Discretion implements SpanProcessor {
    private static final String REDACTED = "REDACTED";
    private static final List<AttributeKey<String>> PRIVATE = List.of(
            AttributeKey.stringKey("url.path"),
            AttributeKey.stringKey("url.query"),
            AttributeKey.stringKey("url.full"),
            AttributeKey.stringKey("client.address"),
            AttributeKey.stringKey("network.peer.address"),
            AttributeKey.stringKey("user_agent.original"));

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        if (span.getKind() == SpanKind.SERVER || span.getKind() == SpanKind.CLIENT) {
            PRIVATE.forEach(key -> {
                if (span.getAttribute(key) != null) {
                    span.setAttribute(key, REDACTED);
                }
            });
        }
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        // All was done at the start.
    }

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
