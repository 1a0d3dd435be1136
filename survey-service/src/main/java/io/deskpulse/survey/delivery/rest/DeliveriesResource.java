package io.deskpulse.survey.delivery.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.kit.auth.Caller;
import io.deskpulse.kit.auth.Scopes;
import io.deskpulse.kit.listing.PartRequest;
import io.deskpulse.kit.problem.Problem;
import io.deskpulse.survey.delivery.Carriers;
import io.deskpulse.survey.delivery.Delivery;
import io.deskpulse.survey.delivery.ListDeliveries;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows what became of deliveries, without addresses. */
@Path("/v1/deliveries")
@Tag(name = "Deliveries", description = "Offers brought to people by e-mail and SMS")
@RolesAllowed(Scopes.SURVEY_MANAGE)
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
class DeliveriesResource {
    private final ListDeliveries deliveries;
    private final Carriers carriers;
    private final Caller caller;

    DeliveriesResource(ListDeliveries deliveries, Carriers carriers, Caller caller) {
        this.deliveries = deliveries;
        this.carriers = carriers;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listDeliveries", summary = "Deliveries, the newest first")
    @APIResponse(ref = "#/components/responses/DeliveryList", responseCode = "200")
    public Uni<ObjectNode> list(
            @QueryParam("survey") @Parameter(description = "id of a survey; all where it is left out") String survey,
            @QueryParam("state") @Parameter(description = "waiting, sent or failed; all where it is left out")
                    String state,
            @BeanParam PartRequest part) {
        return deliveries
                .list(caller.tenant(), survey(survey), state(state), part.before(), part.most())
                .map(found -> part.answer("deliveries", found, Delivery::offer, this::json));
    }

    private ObjectNode json(Delivery delivery) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("offer", delivery.offer().toString());
        json.put("survey", delivery.survey().toString());
        json.put("by", delivery.means().wire());
        json.put("state", delivery.state().wire());
        reason(delivery).ifPresent(reason -> json.put("reason", reason));
        json.put("attempts", delivery.attempts());
        json.put("plannedAt", delivery.plannedAt().toString());
        if (delivery.state() == Delivery.State.WAITING) {
            json.put("dueAt", delivery.dueAt().toString());
            json.put("expiresAt", delivery.expiresAt().toString());
        } else {
            json.put("endedAt", delivery.endedAt().toString());
        }
        return json;
    }

    /** What waits may do so because nothing of its kind is sent here. */
    private Optional<String> reason(Delivery delivery) {
        Optional<String> own = Optional.ofNullable(delivery.reason());
        return delivery.state() == Delivery.State.WAITING
                ? carriers.hindrance(delivery.means()).or(() -> own)
                : own;
    }

    private static Optional<UUID> survey(String id) {
        try {
            return Optional.ofNullable(id).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            throw Problem.invalidParameter("survey", "not the id of a survey").toException();
        }
    }

    private static Optional<Delivery.State> state(String name) {
        return Optional.ofNullable(name).map(wanted -> Arrays.stream(Delivery.State.values())
                .filter(state -> state.wire().equals(wanted))
                .findFirst()
                .orElseThrow(() -> Problem.invalidParameter("state", "not waiting, sent or failed")
                        .toException()));
    }
}
