package io.deskpulse.metrics.query.rest;

import io.deskpulse.catalogue.definition.Catalogue;
import io.deskpulse.kit.auth.Caller;
import io.deskpulse.kit.auth.Scopes;
import io.deskpulse.kit.problem.Problem;
import io.deskpulse.metrics.query.Answer;
import io.deskpulse.metrics.query.AskMetrics;
import io.deskpulse.metrics.query.Asked;
import io.deskpulse.metrics.query.CellsUnavailableException;
import io.deskpulse.metrics.query.Refusal;
import io.deskpulse.metrics.query.Reply;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Asks for metrics over HTTP. */
@Path("/v1")
@Tag(name = "Metrics", description = "What is measured, and the numbers")
@RolesAllowed(Scopes.METRICS_READ)
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
class MetricsResource {
    private final AskMetrics metrics;
    private final Caller caller;
    private final byte[] catalogue;

    MetricsResource(AskMetrics metrics, Caller caller, Catalogue catalogue) {
        this.metrics = metrics;
        this.caller = caller;
        this.catalogue = CatalogueWriter.write(catalogue);
    }

    @GET
    @Path("/metrics")
    @Operation(
            operationId = "listMetrics",
            summary = "The catalogue: every metric, what it means, and whether it is counted already")
    @APIResponse(
            responseCode = "200",
            description = "All metrics",
            content = @Content(schema = @Schema(ref = "#/components/schemas/Catalogue")))
    public byte[] list() {
        return catalogue;
    }

    @GET
    @Path("/metrics/{id}")
    @Operation(operationId = "getMetric", summary = "The numbers of one metric")
    @APIResponse(
            responseCode = "200",
            description = "The numbers",
            content =
                    @Content(
                            schema = @Schema(ref = "#/components/schemas/Answer"),
                            examples = @ExampleObject(name = "a day", value = Examples.ANSWER)))
    @APIResponse(ref = "#/components/responses/InvalidQuestion", responseCode = "400")
    @APIResponse(ref = "#/components/responses/UnknownMetric", responseCode = "404")
    @APIResponse(ref = "#/components/responses/UnanswerableQuestion", responseCode = "422")
    @APIResponse(ref = "#/components/responses/CellsUnavailable", responseCode = "503")
    public Uni<byte[]> one(
            @PathParam("id") @Parameter(description = "Id of a metric", example = "resolution_rate") String id,
            @BeanParam QuestionParameters question) {
        return metrics.ask(caller.tenant(), question.about(id))
                .map(MetricsResource::answerOrProblem)
                .onFailure(CellsUnavailableException.class)
                .transform(fault -> unavailable());
    }

    private static byte[] answerOrProblem(Reply reply) {
        if (reply instanceof Answer answer) {
            return AnswerWriter.write(answer);
        }
        throw RefusalProblems.of((Refusal) reply).toException();
    }

    @POST
    @Path("/query")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "query",
            summary = "The numbers of several metrics at once",
            description =
                    "Always 200 where the body can be read: each result is an answer, or a problem with `type` and"
                            + " `status`, in the order of the questions.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = QuestionsBody.class),
                            examples = @ExampleObject(name = "two questions", value = Examples.QUESTIONS)))
    @APIResponse(
            responseCode = "200",
            description = "A result for each question",
            content = @Content(schema = @Schema(ref = "#/components/schemas/Results")))
    @APIResponse(ref = "#/components/responses/InvalidQuestion", responseCode = "400")
    @APIResponse(ref = "#/components/responses/CellsUnavailable", responseCode = "503")
    public Uni<byte[]> several(QuestionsBody body) {
        if (body == null) {
            throw Problem.invalidBody("", "the body is empty; give {\"queries\": [{\"metric\": \"...\"}]}")
                    .toException();
        }
        List<Asked> asked = body.asked();
        String tenant = caller.tenant();
        return Multi.createFrom()
                .iterable(asked)
                .onItem()
                .transformToUni(each -> metrics.ask(tenant, each))
                .concatenate()
                .collect()
                .asList()
                .map(AnswerWriter::writeAll)
                .onFailure(CellsUnavailableException.class)
                .transform(fault -> unavailable());
    }

    private static RuntimeException unavailable() {
        return Problem.unavailable("The store of counters does not answer; try again shortly.")
                .toException()
                .retryAfter(Duration.ofSeconds(2));
    }
}
