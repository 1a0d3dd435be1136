package io.deskpulse.metrics.stream.rest;

import io.deskpulse.kit.auth.Caller;
import io.deskpulse.kit.auth.Scopes;
import io.deskpulse.kit.problem.Problem;
import io.deskpulse.metrics.query.Answer;
import io.deskpulse.metrics.query.AskMetrics;
import io.deskpulse.metrics.query.Refusal;
import io.deskpulse.metrics.query.Reply;
import io.deskpulse.metrics.query.rest.AnswerWriter;
import io.deskpulse.metrics.query.rest.QuestionParameters;
import io.deskpulse.metrics.query.rest.RefusalProblems;
import io.deskpulse.metrics.stream.Listening;
import io.deskpulse.metrics.stream.Subscription;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Sends numbers as they change, as server-sent events. */
@Path("/v1/stream")
@Tag(name = "Metrics")
@RolesAllowed(Scopes.METRICS_READ)
class StreamResource {
    /** Below the idle limits of common proxies. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private static final Set<String> KNOWN = Set.of("metrics", "by", "where", "zone", "window", "every");

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
    @Parameter(
            name = "metrics",
            in = ParameterIn.QUERY,
            required = true,
            description = "Ids, separated by commas; 1 to 20",
            schema = @Schema(examples = "conversations_started,resolution_rate"))
    @Parameter(
            name = "by",
            in = ParameterIn.QUERY,
            description = "Dimensions to split by",
            schema = @Schema(examples = "channel"))
    @Parameter(
            name = "where",
            in = ParameterIn.QUERY,
            description = "What is counted: dimension:value|value,dimension:value",
            schema = @Schema(examples = "scene:presales"))
    @Parameter(
            name = "zone",
            in = ParameterIn.QUERY,
            description = "By whose calendar times are written",
            schema = @Schema(defaultValue = "UTC"))
    @Parameter(
            name = "window",
            in = ParameterIn.QUERY,
            description = "How much time a total covers: 1m to 48h",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "24h"))
    @Parameter(
            name = "every",
            in = ParameterIn.QUERY,
            description = "How often numbers are looked at, at the most: 1s to 1h",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "1s"))
    @APIResponse(responseCode = "200", description = "Events `answer` and `problem`")
    @APIResponse(ref = "#/components/responses/InvalidQuestion", responseCode = "400")
    public Multi<OutboundSseEvent> stream(@Context UriInfo address) {
        Subscription subscription = subscription(address.getQueryParameters());
        Listening listening = new Listening(metrics, Clock.systemUTC(), caller.tenant(), subscription);
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

    private static Subscription subscription(MultivaluedMap<String, String> parameters) {
        QuestionParameters.check(parameters, KNOWN);
        List<String> metrics = QuestionParameters.list(QuestionParameters.one(parameters, "metrics"));
        if (metrics == null) {
            throw Problem.invalidParameter("metrics", "give the ids of the metrics to listen to, separated by commas")
                    .toException();
        }
        try {
            return new Subscription(
                    metrics,
                    QuestionParameters.list(QuestionParameters.one(parameters, "by")),
                    QuestionParameters.where(QuestionParameters.one(parameters, "where")),
                    QuestionParameters.one(parameters, "zone"),
                    duration(parameters, "window", "24h"),
                    duration(parameters, "every", "1s"));
        } catch (IllegalArgumentException e) {
            String[] fault = e.getMessage().split(": ", 2);
            throw Problem.invalidParameter(fault[0], fault[1]).toException();
        }
    }

    /** {@code 90s}, {@code 15m}, {@code 24h}. */
    private static Duration duration(MultivaluedMap<String, String> parameters, String name, String usual) {
        String given = QuestionParameters.one(parameters, name);
        String text = given == null ? usual : given;
        try {
            return Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(name + ": need a duration as 90s, 15m or 24h", e);
        }
    }
}
