package io.deskpulse.survey.bounce.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.kit.auth.Caller;
import io.deskpulse.kit.auth.Scopes;
import io.deskpulse.kit.listing.PartRequest;
import io.deskpulse.kit.problem.Problem;
import io.deskpulse.survey.bounce.Bounce;
import io.deskpulse.survey.bounce.NoteBounces;
import io.deskpulse.survey.contact.KeepContacts;
import io.deskpulse.survey.contact.Refusal;
import io.deskpulse.survey.contact.rest.ContactProblems;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Takes reports of mail systems and gateways, and shows who is not written to because of them. */
@Path("/v1/bounces")
@Tag(name = "Bounces", description = "Who cannot be reached, or does not want to be")
@RolesAllowed(Scopes.SURVEY_MANAGE)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@NonBlocking
class BouncesResource {
    private final NoteBounces bounces;
    private final KeepContacts contacts;
    private final Caller caller;

    BouncesResource(NoteBounces bounces, KeepContacts contacts, Caller caller) {
        this.bounces = bounces;
        this.contacts = contacts;
        this.caller = caller;
    }

    @POST
    @Operation(
            operationId = "reportBounce",
            summary = "Report what did not arrive, or is not wanted",
            description =
                    "hard: nothing more is sent to the address. complaint: the person is not asked again by these "
                            + "means. soft: counted only.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            examples = {
                                @ExampleObject(
                                        name = "by message",
                                        value =
                                                """
                                                {"by": "email", "kind": "hard", "reason": "550 mailbox unknown",
                                                 "message": "<0193525b-3a6e-7c1f-9d5c-0f2f6e1b7a10@ask.example.com>"}"""),
                                @ExampleObject(
                                        name = "by number",
                                        value =
                                                """
                                                {"by": "sms", "to": "+8613800138000", "kind": "complaint",
                                                 "reason": "answered STOP"}""")
                            }))
    @APIResponse(responseCode = "200", description = "`marked`: whether somebody is not written to now")
    @APIResponse(ref = "#/components/responses/InvalidSurvey", responseCode = "400")
    public Uni<ObjectNode> report(byte[] body) {
        String tenant = caller.tenant();
        Bounce bounce = BounceRequest.read(body);
        if (bounce.about() instanceof Bounce.OfAddress && !contacts.ready()) {
            throw ContactProblems.notConfigured();
        }
        return bounces.note(tenant, bounce)
                .map(marked -> marked.orElseThrow(() -> Problem.notFound("This tenant has sent no such message.")
                        .toException()))
                .map(marked -> JsonNodeFactory.instance.objectNode().put("marked", marked));
    }

    @GET
    @Operation(
            operationId = "listBounces",
            summary = "Who is not written to, and why; the newest first, without addresses")
    @APIResponse(ref = "#/components/responses/BounceList", responseCode = "200")
    public Uni<ObjectNode> list(@BeanParam PartRequest part) {
        return bounces.list(caller.tenant(), part.before(), part.most())
                .map(found -> part.answer("bounces", found, Refusal::id, BouncesResource::json));
    }

    @DELETE
    @Path("/{id:[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}}")
    @Operation(operationId = "clearBounce", summary = "Let somebody be written to again")
    @APIResponse(responseCode = "204", description = "It is forgotten")
    public Uni<Response> clear(@PathParam("id") UUID id) {
        return bounces.clear(caller.tenant(), id).map(cleared -> {
            if (!cleared) {
                throw Problem.notFound("Nothing of this id is noted.").toException();
            }
            return Response.noContent().build();
        });
    }

    private static ObjectNode json(Refusal refusal) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", refusal.id().toString())
                .put("by", refusal.means().wire())
                .put("state", refusal.kind().wire());
        if (refusal.customer() != null) {
            json.put("customer", refusal.customer());
        }
        return json.put("reason", refusal.cause()).put("at", refusal.at().toString());
    }
}
