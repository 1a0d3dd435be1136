package io.deskpulse.kit.tracing;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Samples a share of the requests that come in, by their trace id: what a caller says of sampling does not count, since web pages call and must not be able
 * to have everything traced. All else follows its parent, and begins no trace. Thread-safe.
 */
final class ShareOfRequests implements Sampler {
    private static final SamplingResult RECORD = SamplingResult.create(SamplingDecision.RECORD_AND_SAMPLE);
    private static final SamplingResult DROP = SamplingResult.create(SamplingDecision.DROP);

    private final Sampler share;

    ShareOfRequests(double share) {
        this.share = Sampler.traceIdRatioBased(share);
    }

    @Override
    public SamplingResult shouldSample(
            Context parent, String traceId, String name, SpanKind kind, Attributes attributes, List<LinkData> links) {
        if (kind == SpanKind.SERVER) {
            return share.shouldSample(parent, traceId, name, kind, attributes, links);
        }
        return Span.fromContext(parent).getSpanContext().isSampled() ? RECORD : DROP;
    }

    @Override
    public String getDescription() {
        return "ShareOfRequests{" + share.getDescription() + "}";
    }

    static final class Producer {
        @Produces
        @Singleton
        Sampler sampler(TracingSettings settings) {
            return new ShareOfRequests(settings.share());
        }
    }
}
