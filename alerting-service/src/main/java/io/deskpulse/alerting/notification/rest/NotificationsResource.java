package io.deskpulse.alerting.notification.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.alerting.notification.Entry;
import io.deskpulse.alerting.notification.NotificationLog;
import io.deskpulse.kit.auth.Caller;
import io.deskpulse.kit.auth.Scopes;
import io.deskpulse.kit.listing.PartRequest;
import io.deskpulse.kit.problem.Problem;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The notification log over HTTP. */
@Path("/v1/notifications")
@Tag(name = "Notifications", description = "What people were told, and why they were not")
@RolesAllowed(Scopes.ALERTS_MANAGE)
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class NotificationsResource {
    private final NotificationLog log;
    private final Caller caller;

    NotificationsResource(NotificationLog log, Caller caller) {
        this.log = log;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listNotifications", summary = "Decisions to tell or not to tell, the newest first")
    @APIResponse(responseCode = "200", description = "`notifications`, and `next` where there are more")
    public ObjectNode list(
            @QueryParam("alert") @Parameter(description = "a fingerprint") String alert,
            @QueryParam("receiver") @Parameter(description = "an id") String receiver,
            @QueryParam("outcome") @Parameter(description = "sent, retry, failed, held or dropped") String outcome,
            @BeanParam PartRequest part) {
        NotificationLog.Selection selection = new NotificationLog.Selection(
                Optional.ofNullable(alert), Optional.ofNullable(receiver), outcome(outcome));
        return part.answer(
                "notifications",
                log.list(caller.tenant(), selection, part.before(), part.most()),
                Entry::id,
                NotificationsResource::json);
    }

    private static ObjectNode json(Entry entry) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", entry.id().toString());
        json.put("at", entry.at().toString());
        json.put("outcome", entry.outcome().wire());
        json.put("reason", entry.reason());
        json.put("detail", entry.detail());
        json.set("message", MessageJson.of(entry.reason()));
        json.put("receiver", entry.receiver());
        json.put("groupKey", entry.groupKey());
        ArrayNode alerts = json.putArray("alerts");
        entry.alerts().forEach(alerts::add);
        if (entry.notification() != null) {
            json.put("notification", entry.notification().toString());
            json.put("attempt", entry.attempt());
        }
        if (entry.level() > 0) {
            json.put("level", entry.level());
        }
        return json;
    }

    private static Optional<Entry.Outcome> outcome(String name) {
        return Optional.ofNullable(name).map(wanted -> Arrays.stream(Entry.Outcome.values())
                .filter(outcome -> outcome.wire().equals(wanted))
                .findFirst()
                .orElseThrow(() -> Problem.invalidParameter("outcome", "not sent, retry, failed, held or dropped")
                        .toException()));
    }
}
