package io.deskpulse.survey.policy.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.kit.auth.Caller;
import io.deskpulse.kit.auth.Scopes;
import io.deskpulse.kit.json.InvalidMember;
import io.deskpulse.kit.json.Members;
import io.deskpulse.kit.problem.RevisionProblems;
import io.deskpulse.survey.policy.ManageRules;
import io.deskpulse.survey.policy.SurveyRules;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
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
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The rules for all surveys of a tenant, over HTTP. */
@Path("/v1/survey-rules")
@Tag(name = "Rules", description = "What holds for all surveys of the tenant")
@RolesAllowed(Scopes.SURVEY_MANAGE)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@NonBlocking
class SurveyRulesResource {
    private static final String RULE = "Send an ISO 8601 duration from PT0S (no rule) to P366D.";

    private final ManageRules rules;
    private final Caller caller;

    SurveyRulesResource(ManageRules rules, Caller caller) {
        this.rules = rules;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "getSurveyRules", summary = "The rules; the standard ones where none were set")
    @APIResponse(ref = "#/components/responses/SurveyRules", responseCode = "200")
    public Uni<Response> get() {
        return rules.of(caller.tenant()).map(SurveyRulesResource::ok);
    }

    @PUT
    @Operation(operationId = "changeSurveyRules", summary = "Replace the rules", description = "Counts at once.")
    @RequestBody(
            required = true,
            content = @Content(examples = @ExampleObject(name = "once in 30 days", value = "{\"again\": \"P30D\"}")))
    @APIResponse(ref = "#/components/responses/SurveyRules", responseCode = "200")
    @APIResponse(ref = "#/components/responses/InvalidSurvey", responseCode = "400")
    @APIResponse(ref = "#/components/responses/RevisionChanged", responseCode = "412")
    @APIResponse(ref = "#/components/responses/PreconditionRequired", responseCode = "428")
    public Uni<Response> change(@HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, byte[] body) {
        String tenant = caller.tenant();
        long seen = RevisionProblems.seen(ifMatch);
        Duration again = again(body);
        return rules.change(tenant, seen, again)
                .chain(changed ->
                        changed.isPresent() ? Uni.createFrom().item(ok(changed.get())) : changedMeanwhile(tenant));
    }

    private Uni<Response> changedMeanwhile(String tenant) {
        return rules.of(tenant).chain(now -> Uni.createFrom().failure(() -> RevisionProblems.changed(now.revision())));
    }

    private static Duration again(byte[] body) {
        Members members = Members.of(body).only(Set.of("again"));
        Duration again = members.required("again", members.parsed("again", Duration::parse, RULE));
        try {
            return new SurveyRules(again, 0).again();
        } catch (IllegalArgumentException e) {
            throw new InvalidMember(members.at("again"), RULE);
        }
    }

    private static Response ok(SurveyRules rules) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("again", rules.again().toString());
        json.put("revision", rules.revision());
        return Response.ok(json)
                .header(HttpHeaders.ETAG, RevisionProblems.tag(rules.revision()))
                .build();
    }
}
