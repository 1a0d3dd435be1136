package io.deskpulse.kit.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.junit.jupiter.api.Test;

class ShareOfRequestsTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Test
    void a_caller_cannot_have_its_requests_traced() {
        Recorded recorded = new Recorded(new ShareOfRequests(0));

        request(recorded, "01").end();

        assertThat(recorded.spans).isEmpty();
    }

    @Test
    void requests_are_traced_by_share_whatever_the_caller_says() {
        Recorded recorded = new Recorded(new ShareOfRequests(1));

        request(recorded, "00").end();

        assertThat(recorded.spans).extracting(SpanData::getTraceId).containsExactly(TRACE);
    }

    @Test
    void nothing_but_a_request_begins_a_trace() {
        Recorded recorded = new Recorded(new ShareOfRequests(1));

        recorded.tracer.spanBuilder("scheduled").setNoParent().startSpan().end();

        assertThat(recorded.spans).isEmpty();
    }

    @Test
    void of_a_request_no_address_path_or_browser_is_told() {
        Recorded recorded = new Recorded(new ShareOfRequests(1));

        recorded.tracer
                .spanBuilder("GET /s/{link}")
                .setSpanKind(SpanKind.SERVER)
                .setAttribute("url.path", "/s/secret")
                .setAttribute("client.address", "203.0.113.9")
                .setAttribute("user_agent.original", "Mozilla")
                .setAttribute("http.route", "/s/{link}")
                .startSpan()
                .end();

        assertThat(recorded.spans.get(0).getAttributes().asMap().toString())
                .doesNotContain("secret", "203.0.113.9", "Mozilla");
        assertThat(recorded.spans.get(0).getAttributes().get(AttributeKey.stringKey("http.route")))
                .isEqualTo("/s/{link}");
    }

    private static Span request(Recorded recorded, String flags) {
        Context caller = Context.root().with(Span.wrap(TraceParent.read("00-" + TRACE + "-00f067aa0ba902b7-" + flags)));
        return recorded.tracer
                .spanBuilder("POST")
                .setSpanKind(SpanKind.SERVER)
                .setParent(caller)
                .startSpan();
    }
}
