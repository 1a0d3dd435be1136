package io.deskpulse.alerting.rule.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.alerting.rule.ManageRules;
import io.deskpulse.alerting.rule.Rule;
import io.deskpulse.alerting.rule.RuleChange;
import io.deskpulse.alerting.rule.RuleVersion;
import io.deskpulse.alerting.rule.document.RuleReader;
import io.deskpulse.alerting.rule.document.RuleSet;
import io.deskpulse.alerting.rule.document.RuleWriter;
import io.deskpulse.alerting.rule.document.YamlText;
import io.deskpulse.kit.auth.Caller;
import io.deskpulse.kit.auth.Scopes;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Rules over HTTP. */
@Path("/v1/rules")
@Tag(name = "Rules", description = "When an alert fires, and what it says")
@RolesAllowed(Scopes.ALERTS_MANAGE)
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, RuleBody.YAML, RuleBody.X_YAML})
@Blocking
class RulesResource {
    private static final String ID = "{id:[a-z0-9][a-z0-9_-]{0,62}}";

    private final ManageRules rules;
    private final RuleReader reader;
    private final RuleBody bodies;
    private final Caller caller;

    RulesResource(ManageRules rules, RuleReader reader, RuleBody bodies, Caller caller) {
        this.rules = rules;
        this.reader = reader;
        this.bodies = bodies;
        this.caller = caller;
    }

    @POST
    @Operation(operationId = "createRule", summary = "Make a rule")
    @RequestBody(ref = "#/components/requestBodies/Rule")
    @APIResponse(ref = "#/components/responses/Rule", responseCode = "201")
    @APIResponse(ref = "#/components/responses/InvalidRule", responseCode = "400")
    @APIResponse(ref = "#/components/responses/RuleConflict", responseCode = "409")
    public Response create(@HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType, byte[] body) {
        Rule rule = bodies.rule(caller.tenant(), contentType, body);
        return answer(rules.create(rule, actor()));
    }

    @GET
    @Operation(operationId = "listRules", summary = "Rules by id, those of files too")
    @APIResponse(ref = "#/components/responses/RuleList", responseCode = "200")
    public ObjectNode list(@BeanParam PartRequest part) {
        return part.answer(
                "rules",
                rules.list(caller.tenant(), part.afterName(), part.most()),
                found -> found.rule().id(),
                this::json);
    }

    @GET
    @Produces(RuleBody.YAML + ";qs=0.5")
    @Operation(
            operationId = "exportRules",
            summary = "All rules that are kept in the database, as POST /v1/rules:import takes them")
    @APIResponse(responseCode = "200", description = "YAML: `rules`")
    public String export() {
        return YamlText.write(RuleSet.write(
                rules.stored(caller.tenant()).stream().map(RuleVersion::rule).toList()));
    }

    @GET
    @Path(ID)
    @Operation(operationId = "getRule", summary = "A rule, with everything that was left out")
    @APIResponse(ref = "#/components/responses/Rule", responseCode = "200")
    public Response get(@PathParam("id") String id) {
        return answer(find(id), 200);
    }

    @GET
    @Path(ID)
    @Produces(RuleBody.YAML + ";qs=0.5")
    @Operation(operationId = "exportRule", summary = "A rule as YAML, as PUT takes it")
    @APIResponse(responseCode = "200", description = "The rule; its version is the ETag")
    public Response export(@PathParam("id") String id) {
        RuleVersion found = find(id);
        return Response.ok(YamlText.write(RuleWriter.write(found.rule())))
                .header(HttpHeaders.ETAG, RevisionProblems.tag(found.rule().version()))
                .build();
    }

    @PUT
    @Path(ID)
    @Operation(
            operationId = "changeRule",
            summary = "Replace a rule; what is there becomes an earlier version",
            description = "With `If-Match`. With `If-None-Match: *` the rule is made where there is none.")
    @RequestBody(ref = "#/components/requestBodies/Rule")
    @APIResponse(ref = "#/components/responses/Rule", responseCode = "200")
    @APIResponse(ref = "#/components/responses/InvalidRule", responseCode = "400")
    @APIResponse(ref = "#/components/responses/RuleConflict", responseCode = "409")
    @APIResponse(ref = "#/components/responses/RevisionChanged", responseCode = "412")
    public Response change(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
            byte[] body) {
        boolean fresh = "*".equals(ifNoneMatch);
        int seen = fresh ? 0 : version(ifMatch);
        Rule rule = bodies.rule(caller.tenant(), id, contentType, body);
        return answer(fresh ? rules.create(rule, actor()) : rules.change(rule, seen, actor()));
    }

    @DELETE
    @Path(ID)
    @Operation(
            operationId = "deleteRule",
            summary = "Delete a rule; its alerts end, its versions stay",
            description = "With `If-Match`.")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(ref = "#/components/responses/RuleConflict", responseCode = "409")
    @APIResponse(ref = "#/components/responses/RevisionChanged", responseCode = "412")
    public void delete(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        RuleChange change = rules.delete(caller.tenant(), id, version(ifMatch), actor());
        if (!(change instanceof RuleChange.Deleted)) {
            throw RuleProblems.of(change);
        }
    }

    @GET
    @Path(ID + "/versions")
    @Operation(
            operationId = "listRuleVersions",
            summary = "Every version of a rule, the newest first; of a deleted one too")
    @APIResponse(ref = "#/components/responses/RuleVersionList", responseCode = "200")
    public ObjectNode versions(@PathParam("id") String id, @BeanParam PartRequest part) {
        List<RuleVersion> found = rules.versions(caller.tenant(), id, before(part), part.most());
        if (found.isEmpty() && part.afterName().isEmpty()) {
            throw RuleProblems.unknown();
        }
        return part.answer(
                "versions", found, version -> String.valueOf(version.rule().version()), RuleJson::version);
    }

    private RuleVersion find(String id) {
        return rules.find(caller.tenant(), id).orElseThrow(RuleProblems::unknown);
    }

    private Response answer(RuleChange change) {
        if (change instanceof RuleChange.Saved saved) {
            return answer(saved.version(), saved.action().equals("created") ? 201 : 200);
        }
        throw RuleProblems.of(change);
    }

    private Response answer(RuleVersion version, int status) {
        Response.ResponseBuilder answer = Response.status(status)
                .header(HttpHeaders.ETAG, RevisionProblems.tag(version.rule().version()))
                .entity(json(version));
        return (status == 201
                        ? answer.location(
                                URI.create("/v1/rules/" + version.rule().id()))
                        : answer)
                .build();
    }

    private ObjectNode json(RuleVersion version) {
        return RuleJson.rule(version, reader.faults(version.rule()));
    }

    private String actor() {
        return caller.tokenId().orElse("unknown");
    }

    /** Only versions before this one. */
    private static int before(PartRequest part) {
        try {
            return part.afterName().isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(part.afterName());
        } catch (NumberFormatException e) {
            throw Problem.invalidParameter("cursor", "not the next of an earlier answer")
                    .toException();
        }
    }

    /** A version that cannot be one was changed for sure. */
    private static int version(String ifMatch) {
        long seen = RevisionProblems.seen(ifMatch);
        return seen > Integer.MAX_VALUE ? -1 : (int) seen;
    }
}
