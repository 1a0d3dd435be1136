package io.deskpulse.alerting.silence.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.alerting.alert.Alert;
import io.deskpulse.alerting.silence.Draft;
import io.deskpulse.alerting.silence.ManageSilences;
import io.deskpulse.alerting.silence.ManageSilences.Result;
import io.deskpulse.alerting.silence.Silence;
import io.deskpulse.alerting.silence.document.DraftReader;
import io.deskpulse.alerting.silence.document.SilenceWriter;
import io.deskpulse.kit.auth.Caller;
import io.deskpulse.kit.auth.Scopes;
import io.deskpulse.kit.json.Members;
import io.deskpulse.kit.listing.PartRequest;
import io.deskpulse.kit.problem.Problem;
import io.deskpulse.kit.problem.RevisionProblems;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Silences over HTTP. */
@Path("/v1")
@Tag(name = "Silences", description = "For a while nobody is told of some alerts")
@RolesAllowed(Scopes.ALERTS_MANAGE)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
class SilencesResource {
    private static final String ID = "/silences/{id:[0-9a-f-]{36}}";
    private static final String EXAMPLE =
            """
            {"matchers": ["alertname=\\"resolution\\"", "variant=~\\"bot-.*\\""], "endsAt": "2026-03-02T12:00:00Z",
             "comment": "New bot is being rolled out"}""";
    private static final int MOST_SHOWN = 100;

    private final ManageSilences silences;
    private final Caller caller;

    SilencesResource(ManageSilences silences, Caller caller) {
        this.silences = silences;
        this.caller = caller;
    }

    @GET
    @Path("/silences")
    @Operation(operationId = "listSilences", summary = "Silences, the newest first")
    @APIResponse(responseCode = "200", description = "`silences`, and `next` where there are more")
    public ObjectNode list(
            @QueryParam("state") @Parameter(description = "pending, active or expired; all where it is left out")
                    String state,
            @BeanParam PartRequest part) {
        List<Silence> found = silences.list(caller.tenant(), state(state), part.before(), part.most());
        return part.answer("silences", found, Silence::id, this::json);
    }

    @POST
    @Path("/silences")
    @Operation(operationId = "makeSilence", summary = "Silence alerts", description = "Starts now unless it says when.")
    @RequestBody(required = true, content = @Content(examples = @ExampleObject(name = "silence", value = EXAMPLE)))
    @APIResponse(responseCode = "201", description = "The silence")
    @APIResponse(responseCode = "400", description = "It cannot be used; `pointer` says where")
    public Response make(byte[] body) {
        String tenant = caller.tenant();
        Silence made = silences.make(tenant, draft(body), actor());
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, "/v1/silences/" + made.id())
                .header(HttpHeaders.ETAG, RevisionProblems.tag(made.revision()))
                .entity(json(made))
                .build();
    }

    @POST
    @Path("/silences:preview")
    @Operation(operationId = "previewSilence", summary = "The alerts that fire now and that matchers would silence")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            examples =
                                    @ExampleObject(name = "preview", value = "{\"matchers\": [\"severity=warning\"]}")))
    @APIResponse(responseCode = "200", description = "How many, and the first 100 by fingerprint with their labels")
    public ObjectNode preview(byte[] body) {
        Members members = Members.of(body).only(Set.of("matchers"));
        List<Alert> matched = silences.matched(caller.tenant(), DraftReader.matchers(members));
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("count", matched.size());
        ArrayNode alerts = json.putArray("alerts");
        matched.stream().limit(MOST_SHOWN).forEach(alert -> {
            ObjectNode one = alerts.addObject().put("fingerprint", alert.fingerprint());
            ObjectNode labels = one.putObject("labels");
            alert.labels().values().forEach(labels::put);
        });
        return json;
    }

    @GET
    @Path(ID)
    @Operation(operationId = "getSilence", summary = "A silence")
    @APIResponse(responseCode = "200", description = "The silence; its revision is the ETag")
    public Response get(@PathParam("id") String id) {
        return ok(silences.find(caller.tenant(), uuid(id)).orElseThrow(SilencesResource::unknown));
    }

    @PUT
    @Path(ID)
    @Operation(operationId = "changeSilence", summary = "Change a silence that is not over yet")
    @RequestBody(required = true, content = @Content(examples = @ExampleObject(name = "silence", value = EXAMPLE)))
    @APIResponse(responseCode = "200", description = "The silence")
    @APIResponse(responseCode = "409", description = "It is over")
    @APIResponse(responseCode = "412", description = "It was changed meanwhile")
    public Response change(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, byte[] body) {
        long seen = RevisionProblems.seen(ifMatch);
        return ok(done(silences.change(caller.tenant(), uuid(id), seen, draft(body), actor())));
    }

    @DELETE
    @Path(ID)
    @Operation(
            operationId = "expireSilence",
            summary = "End a silence now",
            description = "It stays in the list. Alerts that fire still are told within the interval of their group.")
    @APIResponse(responseCode = "200", description = "The silence")
    @APIResponse(responseCode = "409", description = "It is over already")
    public Response expire(@PathParam("id") String id) {
        return ok(done(silences.expire(caller.tenant(), uuid(id), actor())));
    }

    private Draft draft(byte[] body) {
        return DraftReader.read(body, actor(), silences.now());
    }

    private Silence done(Result result) {
        if (result instanceof Result.Done done) {
            return done.silence();
        }
        if (result instanceof Result.Changed changed) {
            throw RevisionProblems.changed(changed.revision());
        }
        throw result instanceof Result.Unknown
                ? unknown()
                : Problem.of("silence-over", 409, "Silence over", "This silence has ended; make another.")
                        .toException();
    }

    private Response ok(Silence silence) {
        return Response.ok(json(silence))
                .header(HttpHeaders.ETAG, RevisionProblems.tag(silence.revision()))
                .build();
    }

    private ObjectNode json(Silence silence) {
        return SilenceWriter.write(silence, silences.now());
    }

    private String actor() {
        return caller.tokenId().orElse("unknown");
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    private static RuntimeException unknown() {
        return Problem.notFound("This tenant has no such silence.").toException();
    }

    private static Optional<Silence.State> state(String name) {
        return Optional.ofNullable(name).map(wanted -> Arrays.stream(Silence.State.values())
                .filter(state -> state.wire().equals(wanted))
                .findFirst()
                .orElseThrow(() -> Problem.invalidParameter("state", "not pending, active or expired")
                        .toException()));
    }
}
