package io.deskpulse.alerting.rule.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.alerting.rule.ManageRules;
import io.deskpulse.alerting.rule.Rule;
import io.deskpulse.alerting.rule.RuleChange;
import io.deskpulse.alerting.rule.document.RuleSet;
import io.deskpulse.alerting.rule.starter.Starters;
import io.deskpulse.kit.auth.Caller;
import io.deskpulse.kit.auth.Scopes;
import io.deskpulse.kit.problem.RevisionProblems;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Rules to begin with, over HTTP. */
@Path("/v1/rules/starters")
@Tag(name = "Rules")
@RolesAllowed(Scopes.ALERTS_MANAGE)
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class StartersResource {
    private final ManageRules rules;
    private final Starters starters;
    private final Caller caller;

    StartersResource(ManageRules rules, Starters starters, Caller caller) {
        this.rules = rules;
        this.starters = starters;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listStarters", summary = "Rules to begin with")
    @APIResponse(responseCode = "200", description = "`starters`: rules in full")
    public ObjectNode list() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("starters", RuleSet.write(starters.of(caller.tenant())).get(RuleSet.RULES));
        return json;
    }

    @POST
    @Path("/{id:[a-z0-9][a-z0-9_-]{0,62}}:import")
    @Operation(operationId = "importStarter", summary = "Keep a starter as a rule of one's own")
    @APIResponse(ref = "#/components/responses/Rule", responseCode = "201")
    @APIResponse(ref = "#/components/responses/RuleConflict", responseCode = "409")
    public Response importStarter(@PathParam("id") String id) {
        Rule starter = starters.find(caller.tenant(), id).orElseThrow(RuleProblems::unknownStarter);
        RuleChange change = rules.create(starter, caller.tokenId().orElse("unknown"));
        if (change instanceof RuleChange.Saved saved) {
            return Response.created(URI.create("/v1/rules/" + id))
                    .header(
                            HttpHeaders.ETAG,
                            RevisionProblems.tag(saved.version().rule().version()))
                    .entity(RuleJson.version(saved.version()))
                    .build();
        }
        throw RuleProblems.of(change);
    }
}
