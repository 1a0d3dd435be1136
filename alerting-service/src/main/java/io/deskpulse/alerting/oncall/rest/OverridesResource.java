package io.deskpulse.alerting.oncall.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.alerting.oncall.Directory;
import io.deskpulse.alerting.oncall.Documents.Kind;
import io.deskpulse.alerting.oncall.ManageOnCall;
import io.deskpulse.alerting.oncall.Substitution;
import io.deskpulse.kit.auth.Caller;
import io.deskpulse.kit.auth.Scopes;
import io.deskpulse.kit.json.InvalidMember;
import io.deskpulse.kit.json.Members;
import io.deskpulse.kit.listing.PartRequest;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who stands in, over HTTP. */
@Path("/v1/schedules/{id:[a-z0-9][a-z0-9-]{0,62}}/overrides")
@Tag(name = "On-call", description = "Who is told one after the other, and who is on call when")
@RolesAllowed(Scopes.ALERTS_MANAGE)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
class OverridesResource {
    private static final Duration LONGEST = Duration.ofDays(100);
    private static final String TIME = "Send a time as RFC 3339 has it, such as 2026-03-02T09:00:00Z.";

    private final ManageOnCall manage;
    private final Directory directory;
    private final Caller caller;

    OverridesResource(ManageOnCall manage, Directory directory, Caller caller) {
        this.manage = manage;
        this.directory = directory;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listOverrides", summary = "Who stands in or stood in, the newest first")
    @APIResponse(responseCode = "200", description = "`overrides`, and `next` where there are more")
    public ObjectNode list(@PathParam("id") String id, @BeanParam PartRequest part) {
        return part.answer(
                "overrides",
                manage.substitutions(caller.tenant(), id, part.before(), part.most()),
                Substitution::id,
                OverridesResource::json);
    }

    @POST
    @Operation(operationId = "addOverride", summary = "Have somebody stand in, whoever's turn it is")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "swap",
                                            value =
                                                    "{\"receiver\": \"bo-phone\", \"startsAt\": \"2026-03-07T08:00:00Z\","
                                                            + " \"endsAt\": \"2026-03-08T08:00:00Z\"}")))
    @APIResponse(responseCode = "201", description = "The override; of two at the same time the later made counts")
    public Response substitute(@PathParam("id") String id, byte[] body) {
        String tenant = caller.tenant();
        manage.find(tenant, Kind.SCHEDULE, id).orElseThrow(() -> OnCallProblems.unknown("schedule"));
        Members members = Members.of(body).only(Set.of("receiver", "startsAt", "endsAt"));
        Instant starts = required(members, "startsAt");
        Instant ends = required(members, "endsAt");
        if (!ends.isAfter(starts) || Duration.between(starts, ends).compareTo(LONGEST) > 0) {
            throw new InvalidMember(members.at("endsAt"), "Let it end after it starts, within 100 days.");
        }
        String receiver = members.required("receiver", directory.of(tenant).receiver(members, "receiver"));
        Substitution made = manage.substitute(tenant, id, receiver, starts, ends, actor());
        return Response.status(Response.Status.CREATED).entity(json(made)).build();
    }

    @DELETE
    @Path("/{override:[0-9a-f-]{36}}")
    @Operation(operationId = "removeOverride", summary = "Have the schedule decide again")
    @APIResponse(responseCode = "204", description = "Removed")
    public void endSubstitution(@PathParam("id") String id, @PathParam("override") UUID override) {
        if (!manage.endSubstitution(caller.tenant(), id, override, actor())) {
            throw OnCallProblems.unknown("override");
        }
    }

    private String actor() {
        return caller.tokenId().orElse("unknown");
    }

    private static Instant required(Members members, String name) {
        return members.required(
                name, members.parsed(name, text -> OffsetDateTime.parse(text).toInstant(), TIME));
    }

    private static ObjectNode json(Substitution one) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", one.id().toString())
                .put("receiver", one.receiver())
                .put("startsAt", one.startsAt().toString())
                .put("endsAt", one.endsAt().toString())
                .put("author", one.author());
    }
}
