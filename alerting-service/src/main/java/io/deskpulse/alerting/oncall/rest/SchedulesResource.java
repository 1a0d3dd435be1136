package io.deskpulse.alerting.oncall.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.alerting.oncall.Directory;
import io.deskpulse.alerting.oncall.Documents.Document;
import io.deskpulse.alerting.oncall.Documents.Kind;
import io.deskpulse.alerting.oncall.ManageOnCall;
import io.deskpulse.alerting.oncall.document.ScheduleReader;
import io.deskpulse.kit.auth.Caller;
import io.deskpulse.kit.auth.Scopes;
import io.deskpulse.kit.json.StoredDocument;
import io.deskpulse.kit.listing.PartRequest;
import io.deskpulse.kit.problem.RevisionProblems;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** On-call schedules over HTTP. */
@Path("/v1/schedules")
@Tag(name = "On-call", description = "Who is told one after the other, and who is on call when")
@RolesAllowed(Scopes.ALERTS_MANAGE)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
class SchedulesResource {
    private static final String ID = "{id:[a-z0-9][a-z0-9-]{0,62}}";
    private static final String KIND = "schedule";
    private static final String EXAMPLE =
            """
            {"zone": "Europe/Berlin", "layers": [
                {"name": "weeks", "start": "2026-03-02T09:00", "turn": {"length": 1, "unit": "weeks"},
                 "participants": ["ann-phone", "bo-phone", "cem-phone"]},
                {"name": "nights", "start": "2026-03-02T00:00", "turn": {"length": 1, "unit": "days"},
                 "participants": ["dee-phone", "eli-phone"],
                 "restrictions": [{"times": [{"startTime": "00:00", "endTime": "07:00"}]}]}]}""";

    private final ManageOnCall onCall;
    private final Directory directory;
    private final Caller caller;

    SchedulesResource(ManageOnCall onCall, Directory directory, Caller caller) {
        this.onCall = onCall;
        this.directory = directory;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listSchedules", summary = "On-call schedules by id")
    @APIResponse(responseCode = "200", description = "`schedules`, and `next` where there are more")
    public ObjectNode list(@BeanParam PartRequest part) {
        return part.answer(
                "schedules",
                onCall.list(caller.tenant(), Kind.SCHEDULE, part.afterName(), part.most()),
                Document::id,
                one -> StoredDocument.read(one.json()).put("id", one.id()).put("revision", one.revision()));
    }

    @GET
    @Path(ID)
    @Operation(operationId = "getSchedule", summary = "An on-call schedule")
    @APIResponse(responseCode = "200", description = "The schedule; its revision is the ETag")
    public Response get(@PathParam("id") String id) {
        return OnCallProblems.ok(
                onCall.find(caller.tenant(), Kind.SCHEDULE, id).orElseThrow(() -> OnCallProblems.unknown(KIND)), false);
    }

    @PUT
    @Path(ID)
    @Operation(
            operationId = "putSchedule",
            summary = "Make or change an on-call schedule",
            description =
                    "With `If-None-Match: *` to make one, with `If-Match` to change one. A later layer counts before an earlier one, wherever it has somebody.")
    @RequestBody(required = true, content = @Content(examples = @ExampleObject(name = "schedule", value = EXAMPLE)))
    @APIResponse(responseCode = "200", description = "Changed")
    @APIResponse(responseCode = "201", description = "Made")
    @APIResponse(responseCode = "400", description = "It cannot be used; `pointer` says where")
    @APIResponse(responseCode = "412", description = "It was changed meanwhile, or is there already")
    public Response put(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch,
            byte[] body) {
        String tenant = caller.tenant();
        long seen = OnCallProblems.seen(ifMatch, ifNoneMatch);
        ScheduleReader.read(tenant, id, seen + 1, body, directory.of(tenant));
        String json = StoredDocument.without(body, "id", "revision");
        return OnCallProblems.ok(
                OnCallProblems.done(onCall.put(tenant, Kind.SCHEDULE, id, seen, json, actor()), KIND), seen == 0);
    }

    @DELETE
    @Path(ID)
    @Operation(operationId = "deleteSchedule", summary = "Delete an on-call schedule that no policy names")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "409", description = "A policy names it")
    public void delete(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        OnCallProblems.done(
                onCall.delete(caller.tenant(), Kind.SCHEDULE, id, RevisionProblems.seen(ifMatch), actor()), KIND);
    }

    private String actor() {
        return caller.tokenId().orElse("unknown");
    }
}
