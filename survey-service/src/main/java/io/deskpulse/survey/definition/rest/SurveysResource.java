package io.deskpulse.survey.definition.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.kit.auth.Caller;
import io.deskpulse.kit.auth.Scopes;
import io.deskpulse.kit.problem.RevisionProblems;
import io.deskpulse.survey.definition.Change;
import io.deskpulse.survey.definition.Definition;
import io.deskpulse.survey.definition.ManageSurveys;
import io.deskpulse.survey.definition.Survey;
import io.deskpulse.survey.definition.document.DefinitionReader;
import io.deskpulse.survey.definition.document.DefinitionWriter;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Makes and changes surveys over HTTP. */
@Path("/v1")
@Tag(name = "Surveys", description = "What customers are asked")
@RolesAllowed(Scopes.SURVEY_MANAGE)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@NonBlocking
class SurveysResource {
    private static final String ID = "{id:[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}}";

    private final ManageSurveys surveys;
    private final Caller caller;

    SurveysResource(ManageSurveys surveys, Caller caller) {
        this.surveys = surveys;
        this.caller = caller;
    }

    @POST
    @Path("/surveys")
    @Operation(operationId = "createSurvey", summary = "Make a draft")
    @APIResponse(ref = "#/components/responses/Survey", responseCode = "201")
    @APIResponse(ref = "#/components/responses/InvalidSurvey", responseCode = "400")
    public Uni<Response> create(byte[] body) {
        return surveys.create(caller.tenant(), DefinitionReader.read(body)).map(SurveysResource::created);
    }

    @GET
    @Path("/surveys")
    @Operation(operationId = "listSurveys", summary = "All surveys, the newest first")
    @APIResponse(ref = "#/components/responses/SurveyList", responseCode = "200")
    public Uni<ObjectNode> list(@BeanParam ListParameters wanted) {
        int limit = wanted.limit();
        return surveys.list(caller.tenant(), wanted.state(), wanted.before(), limit + 1)
                .map(found -> found.size() <= limit
                        ? SurveyJson.list(found, null)
                        : SurveyJson.list(
                                found.subList(0, limit),
                                Cursor.after(found.get(limit - 1).id())));
    }

    @GET
    @Path("/surveys/" + ID)
    @Operation(operationId = "getSurvey", summary = "A survey, with the definition that is being worked on")
    @APIResponse(ref = "#/components/responses/Survey", responseCode = "200")
    public Uni<Response> get(@PathParam("id") UUID id) {
        return find(id).map(SurveysResource::ok);
    }

    @PUT
    @Path("/surveys/" + ID)
    @Operation(
            operationId = "changeSurvey",
            summary = "Replace the definition",
            description = "What is published stays as it is until the survey is published again.")
    @APIResponse(ref = "#/components/responses/Survey", responseCode = "200")
    @APIResponse(ref = "#/components/responses/InvalidSurvey", responseCode = "400")
    @APIResponse(ref = "#/components/responses/RevisionChanged", responseCode = "412")
    @APIResponse(ref = "#/components/responses/PreconditionRequired", responseCode = "428")
    public Uni<Response> change(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, byte[] body) {
        String tenant = caller.tenant();
        long seen = RevisionProblems.seen(ifMatch);
        Definition definition = DefinitionReader.read(body);
        return answer(surveys.redefine(tenant, id, seen, definition));
    }

    @DELETE
    @Path("/surveys/" + ID)
    @Operation(operationId = "deleteSurvey", summary = "Forget a survey that was never published")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(ref = "#/components/responses/Conflict", responseCode = "409")
    @APIResponse(ref = "#/components/responses/RevisionChanged", responseCode = "412")
    public Uni<Response> delete(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return surveys.remove(caller.tenant(), id, RevisionProblems.seen(ifMatch))
                .map(Changes::made)
                .map(gone -> Response.noContent().build());
    }

    @POST
    @Path("/surveys/" + ID + ":publish")
    @Operation(
            operationId = "publishSurvey",
            summary = "Offer the definition as it stands now",
            description = "It becomes the next version, which never changes. An archived survey comes back by it.")
    @APIResponse(ref = "#/components/responses/Survey", responseCode = "200")
    @APIResponse(ref = "#/components/responses/Conflict", responseCode = "409")
    @APIResponse(ref = "#/components/responses/RevisionChanged", responseCode = "412")
    public Uni<Response> publish(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return answer(surveys.publish(caller.tenant(), id, RevisionProblems.seen(ifMatch)));
    }

    @POST
    @Path("/surveys/" + ID + ":archive")
    @Operation(
            operationId = "archiveSurvey",
            summary = "Stop offering it",
            description = "Offers that were made before can still be answered.")
    @APIResponse(ref = "#/components/responses/Survey", responseCode = "200")
    @APIResponse(ref = "#/components/responses/RevisionChanged", responseCode = "412")
    public Uni<Response> archive(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return answer(surveys.archive(caller.tenant(), id, RevisionProblems.seen(ifMatch)));
    }

    @POST
    @Path("/surveys/" + ID + ":duplicate")
    @Operation(operationId = "duplicateSurvey", summary = "Make a draft with the same definition, but for its trigger")
    @APIResponse(ref = "#/components/responses/Survey", responseCode = "201")
    public Uni<Response> duplicate(@PathParam("id") UUID id) {
        return surveys.duplicate(caller.tenant(), id)
                .map(found -> found.orElseThrow(Changes::notFound))
                .map(SurveysResource::created);
    }

    @GET
    @Path("/surveys/" + ID + "/versions/{version:[1-9][0-9]{0,8}}")
    @Operation(operationId = "getVersion", summary = "A version as it was published")
    @APIResponse(responseCode = "200", description = "The version")
    public Uni<ObjectNode> version(@PathParam("id") UUID id, @PathParam("version") int version) {
        return surveys.version(caller.tenant(), id, version)
                .map(found -> found.orElseThrow(Changes::notFound))
                .map(SurveyJson::version);
    }

    @GET
    @Path("/surveys/" + ID + "/preview")
    @Operation(operationId = "previewSurvey", summary = "What a customer with this language would see")
    @APIResponse(ref = "#/components/responses/SeenSurvey", responseCode = "200")
    public Uni<ObjectNode> preview(@PathParam("id") UUID id, @QueryParam("language") String language) {
        return find(id).map(Survey::definition)
                .map(definition -> DefinitionWriter.inLanguage(definition, definition.nearest(language)));
    }

    @GET
    @Path("/surveys/" + ID + "/export")
    @Operation(
            operationId = "exportSurvey",
            summary = "The definition alone",
            description = "POST /v1/surveys:import, or POST /v1/surveys, makes a survey of it again, anywhere.")
    @APIResponse(ref = "#/components/responses/Definition", responseCode = "200")
    public Uni<Response> export(@PathParam("id") UUID id) {
        return find(id).map(survey -> Response.ok(DefinitionWriter.write(survey.definition()))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"survey-" + id + ".json\"")
                .build());
    }

    @POST
    @Path("/surveys:import")
    @Operation(operationId = "importSurvey", summary = "Make a draft of an exported definition")
    @APIResponse(ref = "#/components/responses/Survey", responseCode = "201")
    @APIResponse(ref = "#/components/responses/InvalidSurvey", responseCode = "400")
    public Uni<Response> importDefinition(byte[] body) {
        return create(body);
    }

    private Uni<Survey> find(UUID id) {
        return surveys.find(caller.tenant(), id).map(found -> found.orElseThrow(Changes::notFound));
    }

    private static Uni<Response> answer(Uni<Change> change) {
        return change.map(Changes::made).map(SurveysResource::ok);
    }

    private static Response ok(Survey survey) {
        return Response.ok(SurveyJson.survey(survey))
                .header(HttpHeaders.ETAG, RevisionProblems.tag(survey.revision()))
                .build();
    }

    private static Response created(Survey survey) {
        return Response.created(URI.create("/v1/surveys/" + survey.id()))
                .header(HttpHeaders.ETAG, RevisionProblems.tag(survey.revision()))
                .entity(SurveyJson.survey(survey))
                .build();
    }
}
