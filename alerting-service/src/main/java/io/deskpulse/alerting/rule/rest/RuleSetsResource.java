package io.deskpulse.alerting.rule.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.alerting.rule.ManageRules;
import io.deskpulse.alerting.rule.ManageRules.Imported;
import io.deskpulse.alerting.rule.document.RuleSet;
import io.deskpulse.kit.auth.Caller;
import io.deskpulse.kit.auth.Scopes;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Several rules at once over HTTP. */
@Path("/v1")
@Tag(name = "Rules")
@RolesAllowed(Scopes.ALERTS_MANAGE)
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class RuleSetsResource {
    private final ManageRules rules;
    private final RuleBody bodies;
    private final Caller caller;

    RuleSetsResource(ManageRules rules, RuleBody bodies, Caller caller) {
        this.rules = rules;
        this.bodies = bodies;
        this.caller = caller;
    }

    @POST
    @Path("/rules:validate")
    @Consumes({MediaType.APPLICATION_JSON, RuleBody.YAML, RuleBody.X_YAML})
    @Operation(
            operationId = "validateRules",
            summary = "Say what is wrong with a rule, or with several, and keep nothing",
            description =
                    "One rule, or `rules` with several. Where nothing is wrong, the answer has them with everything that was left out.")
    @RequestBody(ref = "#/components/requestBodies/Rules")
    @APIResponse(responseCode = "200", description = "`rules`: nothing is wrong")
    @APIResponse(ref = "#/components/responses/InvalidRule", responseCode = "400")
    public ObjectNode validate(@HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType, byte[] body) {
        return RuleSet.write(bodies.rules(caller.tenant(), contentType, body));
    }

    @POST
    @Path("/rules:import")
    @Consumes({RuleBody.YAML, RuleBody.X_YAML, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "importRules",
            summary = "Keep all of these rules, or none",
            description =
                    "Those that are there already become the next version of it, unless nothing has changed. Other rules stay as they are.")
    @RequestBody(ref = "#/components/requestBodies/Rules")
    @APIResponse(ref = "#/components/responses/ImportedRules", responseCode = "200")
    @APIResponse(ref = "#/components/responses/InvalidRule", responseCode = "400")
    @APIResponse(ref = "#/components/responses/RuleConflict", responseCode = "409")
    public ObjectNode importAll(@HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType, byte[] body) {
        String tenant = caller.tenant();
        Imported imported = rules.importAll(tenant, bodies.rules(tenant, contentType, body), actor());
        if (imported instanceof Imported.None none) {
            throw RuleProblems.of(none.because(), none.index());
        }
        return RuleJson.imported(((Imported.All) imported).saved());
    }

    private String actor() {
        return caller.tokenId().orElse("unknown");
    }
}
