package io.deskpulse.alerting.alert.stream.rest;

import io.deskpulse.alerting.alert.Change;
import io.deskpulse.alerting.alert.document.AlertDocument;
import io.deskpulse.alerting.alert.stream.Listeners;
import io.deskpulse.alerting.alert.stream.StreamSettings;
import io.deskpulse.kit.auth.Caller;
import io.deskpulse.kit.auth.Scopes;
import io.deskpulse.kit.problem.Problem;
import io.deskpulse.kit.problem.ProblemException;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Sends changes of alerts as they happen, as server-sent events. */
@Path("/v1/alerts/stream")
@Tag(name = "Alerts")
@RolesAllowed(Scopes.ALERTS_MANAGE)
class AlertStreamResource {
    private static final Duration COME_BACK = Duration.ofSeconds(30);

    private final Listeners listeners;
    private final StreamSettings settings;
    private final Caller caller;
    private final Sse sse;

    AlertStreamResource(Listeners listeners, StreamSettings settings, Caller caller, @Context Sse sse) {
        this.listeners = listeners;
        this.settings = settings;
        this.caller = caller;
        this.sse = sse;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "streamAlerts",
            summary = "Changes of alerts as they happen",
            description =
                    "Each event is named by what has become of an alert (`pending`, `calmed`, `fired`, `recovering`, `relapsed`,"
                            + " `resolved`, `acknowledged`) and carries the alert as `GET /v1/alerts/{fingerprint}` gives it."
                            + " Its id is the revision: connect again with `Last-Event-ID` (browsers do by themselves) and"
                            + " nothing is missed. A comment is sent when all is quiet.")
    @APIResponse(responseCode = "200", description = "Events, named by what has become of the alert")
    @APIResponse(ref = "#/components/responses/InvalidRequest", responseCode = "400")
    @APIResponse(ref = "#/components/responses/TooManyListeners", responseCode = "503")
    public Multi<OutboundSseEvent> stream(
            @Parameter(description = "the id of the last event that was received")
                    @HeaderParam(HttpHeaders.LAST_EVENT_ID_HEADER)
                    String lastEventId) {
        Multi<OutboundSseEvent> events = listeners
                .listen(caller.tenant(), revision(lastEventId))
                .orElseThrow(AlertStreamResource::tooMany)
                .onItem()
                .transformToMultiAndConcatenate(changes -> Multi.createFrom().iterable(changes))
                .map(this::event);
        Multi<OutboundSseEvent> heartbeats = Multi.createFrom()
                .ticks()
                .every(settings.heartbeat())
                .onOverflow()
                .drop()
                .map(tick -> sse.newEventBuilder().comment("quiet").build());
        return Multi.createBy().merging().streams(events, heartbeats);
    }

    private OutboundSseEvent event(Change change) {
        return sse.newEventBuilder()
                .id(String.valueOf(change.alert().revision()))
                .name(change.kind().word())
                .data(String.class, AlertDocument.text(change))
                .build();
    }

    private static Optional<Long> revision(String lastEventId) {
        try {
            return Optional.ofNullable(lastEventId).map(Long::valueOf);
        } catch (NumberFormatException e) {
            throw Problem.invalidParameter("Last-Event-ID", "not the id of an event of this stream")
                    .toException();
        }
    }

    private static ProblemException tooMany() {
        return Problem.unavailable("Too many listen to this instance already; connect again later, or to another.")
                .toException()
                .retryAfter(COME_BACK);
    }
}
