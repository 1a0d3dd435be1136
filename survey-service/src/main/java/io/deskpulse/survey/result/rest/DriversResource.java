package io.deskpulse.survey.result.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.kit.auth.Caller;
import io.deskpulse.kit.auth.Scopes;
import io.deskpulse.survey.result.driver.Drivers;
import io.deskpulse.survey.result.driver.FindDrivers;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tells what drives a score. */
@Path(ResultsResource.SURVEY + "/drivers")
@Tag(name = "Results")
@RolesAllowed({Scopes.SURVEY_MANAGE, Scopes.METRICS_READ})
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
class DriversResource {
    private final FindDrivers drivers;
    private final Caller caller;

    DriversResource(FindDrivers drivers, Caller caller) {
        this.drivers = drivers;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "surveyDrivers",
            summary = "Which aspects drive a score",
            description =
                    """
                    Standardised multiple regression (ordinary least squares) over the newest offers that have an answer to all of it. \
                    What varies together is told, not proven to be a cause. `state` says where there are no numbers, and what is needed.""")
    @APIResponse(ref = "#/components/responses/Drivers", responseCode = "200")
    @APIResponse(ref = "#/components/responses/InvalidSelection", responseCode = "400")
    @APIResponse(ref = "#/components/responses/TooMuchToRead", responseCode = "422")
    public Uni<ObjectNode> drivers(@PathParam("id") UUID id, @BeanParam DriverParameters wanted) {
        return drivers.of(wanted.of(caller.tenant(), id), wanted.target(), wanted.items())
                .map(DriversResource::answer);
    }

    private static ObjectNode answer(Drivers drivers) {
        if (drivers instanceof Drivers.Found found) {
            return DriversJson.write(found);
        }
        if (drivers instanceof Drivers.NotNumeric fault) {
            throw SelectionParameters.invalid(
                    fault.parameter(),
                    "nothing of this name has points; possible are " + String.join(", ", fault.possible()));
        }
        if (drivers instanceof Drivers.NoItems) {
            throw SelectionParameters.invalid(
                    "items", "nothing else has points and is shown to everyone; name what may drive the target");
        }
        throw ResultProblems.unknownSurvey();
    }
}
