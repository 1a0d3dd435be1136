package io.deskpulse.survey.result.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.kit.auth.Caller;
import io.deskpulse.kit.auth.Scopes;
import io.deskpulse.survey.result.export.AnsweredOffer;
import io.deskpulse.survey.result.export.ExportAnswers;
import io.deskpulse.survey.result.export.Format;
import io.deskpulse.survey.result.export.JsonSheet;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.common.util.RestMediaType;

/** Lists and exports what was answered. */
@Path("/v1")
@Tag(name = "Results")
@RolesAllowed(Scopes.SURVEY_MANAGE)
@NonBlocking
class AnsweredOffersResource {
    private static final String SURVEY = "/surveys/{id:[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}}";
    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ExportAnswers answers;
    private final Caller caller;

    AnsweredOffersResource(ExportAnswers answers, Caller caller) {
        this.answers = answers;
        this.caller = caller;
    }

    @GET
    @Path(SURVEY + "/answers")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "listAnswers", summary = "Offers with their answers, the newest first")
    @APIResponse(ref = "#/components/responses/AnsweredOffers", responseCode = "200")
    @APIResponse(ref = "#/components/responses/InvalidSelection", responseCode = "400")
    public Uni<ObjectNode> list(@PathParam("id") UUID id, @BeanParam ListParameters wanted) {
        int limit = wanted.limit();
        return answers.list(wanted.of(caller.tenant(), id), wanted.after(), limit + 1)
                .map(found -> found.orElseThrow(ResultProblems::unknownSurvey))
                .map(found -> part(found, limit, wanted.zone()));
    }

    @GET
    @Path(SURVEY + "/answers.csv")
    @Produces("text/csv;charset=UTF-8")
    @Operation(
            operationId = "exportAnswersAsCsv",
            summary = "All offers with their answers as CSV",
            description =
                    "One line an offer, the oldest first; RFC 4180 with a byte order mark, and safe to open in a spreadsheet.")
    @APIResponse(responseCode = "200", description = "The file")
    public Multi<byte[]> csv(@PathParam("id") UUID id, @BeanParam ExportParameters wanted) {
        return file(id, wanted, Format.CSV);
    }

    @GET
    @Path(SURVEY + "/answers.jsonl")
    @Produces(RestMediaType.APPLICATION_NDJSON)
    @Operation(operationId = "exportAnswersAsJson", summary = "All offers with their answers, one JSON object a line")
    @APIResponse(responseCode = "200", description = "The file")
    public Multi<byte[]> jsonLines(@PathParam("id") UUID id, @BeanParam ExportParameters wanted) {
        return file(id, wanted, Format.JSONL);
    }

    @GET
    @Path(SURVEY + "/answers.xlsx")
    @Produces(EXCEL)
    @Operation(operationId = "exportAnswersAsWorkbook", summary = "All offers with their answers as an Excel workbook")
    @APIResponse(responseCode = "200", description = "The file")
    public Multi<byte[]> workbook(@PathParam("id") UUID id, @BeanParam ExportParameters wanted) {
        return file(id, wanted, Format.XLSX);
    }

    private Multi<byte[]> file(UUID id, ExportParameters wanted, Format format) {
        String name = "survey-" + id + "-answers." + format.name().toLowerCase(Locale.ROOT);
        return RestMulti.fromUniResponse(
                answers.export(wanted.of(caller.tenant(), id), wanted.wish(format))
                        .map(found -> found.orElseThrow(ResultProblems::unknownSurvey)),
                format == Format.JSONL ? file -> file.map(AnsweredOffersResource::withoutLineEnd) : file -> file,
                file -> Map.of(HttpHeaders.CONTENT_DISPOSITION, List.of("attachment; filename=\"" + name + "\"")));
    }

    /** In a stream of this media type each piece is followed by a line end. */
    private static byte[] withoutLineEnd(byte[] lines) {
        return Arrays.copyOf(lines, lines.length - 1);
    }

    private static ObjectNode part(List<AnsweredOffer> found, int limit, ZoneId zone) {
        List<AnsweredOffer> shown = found.size() <= limit ? found : found.subList(0, limit);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode offers = json.putArray("offers");
        shown.forEach(offer -> offers.add(JsonSheet.object(offer, zone)));
        return json.put(
                "next",
                found.size() <= limit
                        ? null
                        : ListParameters.cursor(shown.get(limit - 1).position()));
    }
}
