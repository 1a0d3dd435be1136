package io.deskpulse.alerting.receiver.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.alerting.receiver.ManageReceivers;
import io.deskpulse.alerting.receiver.Sender.Outcome;
import io.deskpulse.alerting.receiver.TestReceivers;
import io.deskpulse.alerting.receiver.TestReceivers.Result;
import io.deskpulse.kit.auth.Caller;
import io.deskpulse.kit.auth.Scopes;
import io.deskpulse.kit.json.Members;
import io.deskpulse.kit.problem.Problem;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tries receivers out over HTTP. */
@Path("/v1/receivers/" + ReceiversResource.ID + ":test")
@Tag(name = "Receivers")
@RolesAllowed(Scopes.ALERTS_MANAGE)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
class ReceiverTestsResource {
    private static final Map<String, Boolean> STATUS = Map.of("firing", true, "resolved", false);

    private final TestReceivers tests;
    private final ManageReceivers receivers;
    private final Caller caller;

    ReceiverTestsResource(TestReceivers tests, ManageReceivers receivers, Caller caller) {
        this.tests = tests;
        this.receivers = receivers;
        this.caller = caller;
    }

    @POST
    @Operation(
            operationId = "testReceiver",
            summary = "Send a test",
            description =
                    "One try, clearly marked, past the receiver's limit; once in 5 s for each tenant. Send `resolved` after `firing` to see an"
                            + " incident end.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "firing", value = "{\"status\": \"firing\"}")))
    @APIResponse(
            responseCode = "200",
            description = "What came of it",
            content =
                    @Content(
                            examples = {
                                @ExampleObject(name = "sent", value = "{\"outcome\": \"sent\", \"tookMillis\": 184}"),
                                @ExampleObject(
                                        name = "refused",
                                        value =
                                                "{\"outcome\": \"refused\", \"reason\": \"status-404\", \"tookMillis\": 97}")
                            }))
    @APIResponse(responseCode = "404", description = "No such receiver")
    @APIResponse(responseCode = "429", description = "Too soon")
    public ObjectNode test(@PathParam("id") String id, byte[] body) {
        String tenant = caller.tenant();
        boolean firing = body == null
                || body.length == 0
                || Members.of(body)
                        .only(Set.of("status"))
                        .oneOf("status", STATUS)
                        .orElse(true);
        receivers.find(tenant, id).orElseThrow(ReceiverProblems::unknown);
        Result result = tests.test(tenant, id, firing, caller.tokenId().orElse("unknown"));
        if (result instanceof Result.TooSoon soon) {
            throw Problem.rateLimited("A test was sent just now; try again in a few seconds.")
                    .toException()
                    .retryAfter(soon.left());
        }
        return json((Result.Tried) result);
    }

    private static ObjectNode json(Result.Tried tried) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (tried.outcome() instanceof Outcome.Retry retry) {
            json.put("outcome", "retry").put("reason", retry.reason());
            retry.after().ifPresent(after -> json.put("retryAfterSeconds", after.toSeconds()));
        } else if (tried.outcome() instanceof Outcome.Refused refused) {
            json.put("outcome", "refused").put("reason", refused.reason());
        } else {
            json.put("outcome", "sent");
        }
        return json.put("tookMillis", tried.took().toMillis());
    }
}
