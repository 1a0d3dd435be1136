package io.deskpulse.alerting.conversation.rest;

import io.deskpulse.alerting.conversation.ConversationRules;
import io.deskpulse.alerting.conversation.ManageConversationRules;
import io.deskpulse.alerting.conversation.document.RulesDocument;
import io.deskpulse.kit.auth.Caller;
import io.deskpulse.kit.auth.Scopes;
import io.deskpulse.kit.problem.RevisionProblems;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
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

/** What a tenant wants to be told of single conversations, over HTTP. */
@Path("/v1/conversation-rules")
@Tag(name = "Conversation rules", description = "What is told of single conversations, within a second")
@RolesAllowed(Scopes.ALERTS_MANAGE)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
class ConversationRulesResource {
    private final ManageConversationRules rules;
    private final Caller caller;

    ConversationRulesResource(ManageConversationRules rules, Caller caller) {
        this.rules = rules;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "getConversationRules", summary = "What is watched; nothing where nothing was set")
    @APIResponse(ref = "#/components/responses/ConversationRules", responseCode = "200")
    public Response get() {
        return ok(rules.of(caller.tenant()));
    }

    @PUT
    @Operation(
            operationId = "changeConversationRules",
            summary = "Replace what is watched",
            description = "Kinds that are left out are not watched. Counts from the next event on, within seconds.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "all kinds",
                                            value =
                                                    """
                                                    {"negativeEmotion": {"below": -0.5, "severity": "warning"},
                                                     "repeatedQuestion": {"times": 3, "channels": ["web"]},
                                                     "longWait": {"after": "PT5M", "severity": "critical",
                                                                  "labels": {"team": "floor"}, "scenes": ["complaint"],
                                                                  "endsAfter": "PT1H"}}""")))
    @APIResponse(ref = "#/components/responses/ConversationRules", responseCode = "200")
    @APIResponse(ref = "#/components/responses/InvalidRequest", responseCode = "400")
    @APIResponse(responseCode = "412", description = "It was changed meanwhile")
    @APIResponse(responseCode = "428", description = "If-Match is missing; `\"0\"` where nothing was set")
    public Response change(@HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, byte[] body) {
        String tenant = caller.tenant();
        long seen = RevisionProblems.seen(ifMatch);
        return rules.change(
                        tenant, seen, RulesDocument.read(body), caller.tokenId().orElse("unknown"))
                .map(ConversationRulesResource::ok)
                .orElseThrow(() -> RevisionProblems.changed(rules.of(tenant).revision()));
    }

    private static Response ok(ConversationRules rules) {
        return Response.ok(RulesDocument.write(rules))
                .header(HttpHeaders.ETAG, RevisionProblems.tag(rules.revision()))
                .build();
    }
}
