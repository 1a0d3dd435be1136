package io.deskpulse.survey.result.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.kit.auth.Caller;
import io.deskpulse.kit.auth.Scopes;
import io.deskpulse.survey.result.SurveyResults;
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

/** Tells what came of a survey. */
@Path(ResultsResource.SURVEY + "/results")
@Tag(name = "Results", description = "What came of surveys")
@RolesAllowed({Scopes.SURVEY_MANAGE, Scopes.METRICS_READ})
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
class ResultsResource {
    static final String SURVEY = "/v1/surveys/{id:[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}}";

    private final SurveyResults results;
    private final Caller caller;

    ResultsResource(SurveyResults results, Caller caller) {
        this.results = results;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "surveyResults",
            summary = "Distributions, scores, the funnel and who responds",
            description =
                    """
                    Over the offers that were made in the time asked for, with 95 % intervals. Each score stands there twice: every answer \
                    counted once, and counted by its offer's weight, which undoes that some strata were asked more often than others; neither \
                    undoes that some people respond less, which responses show. A survey that nobody was offered has zeros and nulls.""")
    @APIResponse(ref = "#/components/responses/Results", responseCode = "200")
    @APIResponse(ref = "#/components/responses/InvalidSelection", responseCode = "400")
    @APIResponse(ref = "#/components/responses/TooMuchToRead", responseCode = "422")
    public Uni<ObjectNode> results(@PathParam("id") UUID id, @BeanParam SelectionParameters parameters) {
        return results.of(parameters.of(caller.tenant(), id))
                .map(found -> ResultsJson.write(found.orElseThrow(ResultProblems::unknownSurvey)));
    }
}
