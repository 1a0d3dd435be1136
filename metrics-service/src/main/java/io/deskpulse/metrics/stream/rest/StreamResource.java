package io.deskpulse.metrics.stream.rest;

import io.deskpulse.kit.auth.Caller;
import io.deskpulse.kit.auth.Scopes;
import io.deskpulse.metrics.query.Answer;
import io.deskpulse.metrics.query.AskMetrics;
import io.deskpulse.metrics.query.Refusal;
import io.deskpulse.metrics.query.Reply;
import io.deskpulse.metrics.query.rest.AnswerWriter;
import io.deskpulse.metrics.query.rest.RefusalProblems;
import io.deskpulse.metrics.stream.Listening;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Sends numbers as they change, as server-sent events. */
@Path("/v1/stream")
@Tag(name = "Metrics")
@RolesAllowed(Scopes.METRICS_READ)
class StreamResource {
    /** Below the idle limits of common proxies. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final AskMetrics metrics;
    private final Caller caller;
    private final Sse sse;

    StreamResource(AskMetrics metrics, Caller caller, @Context Sse sse) {
        this.metrics = metrics;
        this.caller = caller;
        this.sse = sse;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "streamMetrics",
            summary = "Totals of chosen metrics, sent whenever they change",
            description =
                    "An event `answer` carries an answer as `GET /v1/metrics/{id}` gives it, with step `total` over the"
                            + " window that ends now; an event `problem` says why a metric has none. A comment is sent when all is"
                            + " quiet. Connect again after an interruption: the first events carry the present state.")
    @APIResponse(responseCode = "200", description = "Events `answer` and `problem`")
    @APIResponse(ref = "#/components/responses/InvalidQuestion", responseCode = "400")
    public Multi<OutboundSseEvent> stream(@BeanParam StreamParameters wanted) {
        Listening listening = new Listening(metrics, Clock.systemUTC(), caller.tenant(), wanted.subscription());
        Multi<OutboundSseEvent> events = listening.changes().onItem().transformToIterable(changed -> changed.stream()
                .map(this::event)
                .toList());
        Multi<OutboundSseEvent> heartbeats = Multi.createFrom()
                .ticks()
                .startingAfter(HEARTBEAT)
                .every(HEARTBEAT)
                .onOverflow()
                .drop()
                .map(tick -> sse.newEventBuilder().comment("quiet").build());
        return Multi.createBy().merging().streams(events, heartbeats);
    }

    private OutboundSseEvent event(Reply reply) {
        return reply instanceof Answer answer
                ? event("answer", new String(AnswerWriter.write(answer), StandardCharsets.UTF_8))
                : event("problem", RefusalProblems.text((Refusal) reply));
    }

    private OutboundSseEvent event(String name, String json) {
        return sse.newEventBuilder().name(name).data(String.class, json).build();
    }
}
