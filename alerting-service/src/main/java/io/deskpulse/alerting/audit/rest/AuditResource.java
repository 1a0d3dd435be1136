package io.deskpulse.alerting.audit.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.deskpulse.alerting.audit.AuditEntry;
import io.deskpulse.alerting.audit.AuditTrail;
import io.deskpulse.kit.auth.Caller;
import io.deskpulse.kit.auth.Scopes;
import io.deskpulse.kit.listing.PartRequest;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who changed what. */
@Path("/v1/audit")
@Tag(name = "Audit", description = "Who changed what")
@RolesAllowed(Scopes.ALERTS_MANAGE)
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class AuditResource {
    private final AuditTrail trail;
    private final Caller caller;

    AuditResource(AuditTrail trail, Caller caller) {
        this.trail = trail;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listAudit", summary = "Changes that people made, the newest first")
    @APIResponse(ref = "#/components/responses/Audit", responseCode = "200")
    public ObjectNode list(
            @Parameter(description = "of thing: rule, silence, receiver, alert, ...") @QueryParam("kind") String kind,
            @Parameter(description = "id of a thing") @QueryParam("thing") String thing,
            @BeanParam PartRequest wanted) {
        var found =
                trail.list(caller.tenant(), kind, thing, wanted.beforeNumber().orElse(Long.MAX_VALUE), wanted.most());
        return wanted.answer("entries", found, AuditEntry::id, AuditResource::json);
    }

    private static ObjectNode json(AuditEntry entry) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", entry.id());
        json.put("at", entry.at().toString());
        json.put("actor", entry.actor());
        json.put("kind", entry.kind());
        json.put("thing", entry.thing());
        json.put("action", entry.action());
        raw(json, "before", entry.before());
        raw(json, "after", entry.after());
        return json;
    }

    /** It is JSON as it stands. */
    private static void raw(ObjectNode json, String name, String text) {
        if (text != null) {
            json.putRawValue(name, new RawValue(text));
        }
    }
}
