package io.deskpulse.survey.definition.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.kit.auth.Scopes;
import io.deskpulse.kit.problem.Problem;
import io.deskpulse.survey.definition.document.DefinitionWriter;
import io.deskpulse.survey.definition.document.Templates;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Surveys to begin with. */
@Path("/v1/survey-templates")
@Tag(name = "Templates", description = "Surveys that are ready to be taken over, in English and Chinese")
@RolesAllowed(Scopes.SURVEY_MANAGE)
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
class TemplatesResource {
    private final Templates templates;

    TemplatesResource(Templates templates) {
        this.templates = templates;
    }

    @GET
    @Operation(operationId = "listTemplates", summary = "All templates")
    @APIResponse(responseCode = "200", description = "Their ids and names")
    public ObjectNode list() {
        return SurveyJson.templates(templates.all());
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getTemplate", summary = "A definition to send to POST /v1/surveys")
    @APIResponse(ref = "#/components/responses/Definition", responseCode = "200")
    public ObjectNode get(@PathParam("id") String id) {
        return templates.find(id).map(DefinitionWriter::write).orElseThrow(() -> Problem.notFound(
                        "There is no such template; GET /v1/survey-templates lists them.")
                .toException());
    }
}
