package io.deskpulse.alerting.alert.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.alerting.alert.ActOnAlerts;
import io.deskpulse.alerting.alert.ActOnAlerts.Outcome;
import io.deskpulse.alerting.alert.Alerts;
import io.deskpulse.alerting.alert.Change;
import io.deskpulse.alerting.alert.document.AlertDocument;
import io.deskpulse.kit.auth.Caller;
import io.deskpulse.kit.auth.Scopes;
import io.deskpulse.kit.json.InvalidMember;
import io.deskpulse.kit.json.Members;
import io.deskpulse.kit.listing.PartRequest;
import io.deskpulse.kit.problem.Problem;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Alerts as they stand, what became of them, and what people do about them. */
@Path("/v1/alerts")
@Tag(name = "Alerts", description = "What fires, what has fired, and who takes care of it")
@RolesAllowed(Scopes.ALERTS_MANAGE)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
class AlertsResource {
    private static final int LONGEST_COMMENT = 1000;

    private final Alerts alerts;
    private final ActOnAlerts act;
    private final Caller caller;

    AlertsResource(Alerts alerts, ActOnAlerts act, Caller caller) {
        this.alerts = alerts;
        this.act = act;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listAlerts", summary = "Alerts, the ones that changed last first")
    @APIResponse(ref = "#/components/responses/Alerts", responseCode = "200")
    @APIResponse(ref = "#/components/responses/InvalidRequest", responseCode = "400")
    public ObjectNode list(@BeanParam SelectionParameters wanted) {
        var found = alerts.list(caller.tenant(), wanted.selection(), part(wanted));
        return wanted.answer("alerts", found, AlertsResource::revision, AlertDocument::tree);
    }

    @GET
    @Path("/{fingerprint}")
    @Operation(operationId = "getAlert", summary = "One alert as it stands")
    @APIResponse(ref = "#/components/responses/Alert", responseCode = "200")
    @APIResponse(ref = "#/components/responses/NoAlert", responseCode = "404")
    public JsonNode get(@PathParam("fingerprint") String fingerprint) {
        return AlertDocument.tree(found(fingerprint));
    }

    @GET
    @Path("/{fingerprint}/history")
    @Operation(
            operationId = "listAlertHistory",
            summary = "All that became of an alert, the newest first, each with its reason and what it was judged by")
    @APIResponse(ref = "#/components/responses/AlertHistory", responseCode = "200")
    @APIResponse(ref = "#/components/responses/NoAlert", responseCode = "404")
    public ObjectNode history(@PathParam("fingerprint") String fingerprint, @BeanParam PartRequest wanted) {
        Change last = found(fingerprint);
        var found = alerts.history(last.alert().tenant(), fingerprint, part(wanted));
        return wanted.answer("changes", found, AlertsResource::revision, AlertDocument::tree);
    }

    @POST
    @Path("/{fingerprint}:acknowledge")
    @Operation(
            operationId = "acknowledgeAlert",
            summary = "Say that somebody takes care of it",
            description = "Ends with the episode. A second time changes nothing and answers as the first.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "comment", value = "{\"comment\": \"On it.\"}")))
    @APIResponse(ref = "#/components/responses/Alert", responseCode = "200")
    @APIResponse(ref = "#/components/responses/NoAlert", responseCode = "404")
    @APIResponse(ref = "#/components/responses/NotStanding", responseCode = "409")
    public JsonNode acknowledge(@PathParam("fingerprint") String fingerprint, byte[] body) {
        String comment = comment(body);
        return answer(act.acknowledge(caller.tenant(), fingerprint, actor(), comment));
    }

    @POST
    @Path("/{fingerprint}:resolve")
    @Operation(
            operationId = "resolveAlert",
            summary = "End it by hand",
            description = "It comes back where the next evaluation finds it breached.")
    @RequestBody(
            content =
                    @Content(examples = @ExampleObject(name = "comment", value = "{\"comment\": \"A false alarm.\"}")))
    @APIResponse(ref = "#/components/responses/Alert", responseCode = "200")
    @APIResponse(ref = "#/components/responses/NoAlert", responseCode = "404")
    @APIResponse(ref = "#/components/responses/NotStanding", responseCode = "409")
    public JsonNode resolve(@PathParam("fingerprint") String fingerprint, byte[] body) {
        String comment = comment(body);
        return answer(act.resolve(caller.tenant(), fingerprint, actor(), comment));
    }

    private JsonNode answer(Outcome outcome) {
        if (outcome instanceof Outcome.Done done) {
            return AlertDocument.tree(found(done.alert().fingerprint()));
        }
        if (outcome instanceof Outcome.Already already) {
            return AlertDocument.tree(found(already.alert().fingerprint()));
        }
        if (outcome instanceof Outcome.NotStanding) {
            throw Problem.of(
                            "alert-not-standing",
                            409,
                            "Alert not standing",
                            "The alert neither fires nor is about to; there is nothing to take care of.")
                    .toException();
        }
        throw unknown();
    }

    private Change found(String fingerprint) {
        return alerts.find(caller.tenant(), fingerprint).orElseThrow(AlertsResource::unknown);
    }

    private static RuntimeException unknown() {
        return Problem.notFound("There is no alert with this fingerprint; list them at /v1/alerts.")
                .toException();
    }

    private String actor() {
        return caller.tokenId().orElse("unknown");
    }

    private static Alerts.Part part(PartRequest wanted) {
        return new Alerts.Part(wanted.beforeNumber().orElse(Long.MAX_VALUE), wanted.most());
    }

    private static long revision(Change change) {
        return change.alert().revision();
    }

    /** A body may be left out. */
    private static String comment(byte[] body) {
        if (body == null || body.length == 0) {
            return null;
        }
        Members members = Members.of(body).only(Set.of("comment"));
        String comment = members.text("comment").orElse(null);
        if (comment != null && comment.length() > LONGEST_COMMENT) {
            throw new InvalidMember(members.at("comment"), "Send at most " + LONGEST_COMMENT + " characters.");
        }
        return comment;
    }
}
