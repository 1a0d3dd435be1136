package io.deskpulse.survey.incentive.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.kit.auth.Caller;
import io.deskpulse.kit.auth.Scopes;
import io.deskpulse.kit.json.Members;
import io.deskpulse.kit.json.TooLarge;
import io.deskpulse.kit.problem.Problem;
import io.deskpulse.kit.problem.ProblemException;
import io.deskpulse.survey.incentive.Codes;
import io.deskpulse.survey.incentive.Incentives;
import io.deskpulse.survey.incentive.StockCodes;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Fills pools of codes over HTTP. No answer ever shows a code. */
@Path("/v1/surveys/{survey:[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}}/incentive-codes")
@Tag(name = "Incentives", description = "Codes for those who finish a survey, each given once")
@RolesAllowed(Scopes.SURVEY_MANAGE)
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
class IncentivesResource {
    private static final String LINES = "application/x-ndjson";
    private static final int MOST_BYTES = 1024 * 1024;
    private static final int MOST_LINES_TOLD = 100;

    private final StockCodes codes;
    private final Caller caller;

    IncentivesResource(StockCodes codes, Caller caller) {
        this.codes = codes;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.TEXT_PLAIN)
    @Operation(
            operationId = "addIncentiveCodes",
            summary = "Add codes, one a line",
            description = "At most 20,000 and 1 MiB at once. Sending the same again adds nothing.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.TEXT_PLAIN,
                        examples = @ExampleObject(name = "lines", value = "SAVE10-7QX2\nSAVE10-9KD4\n")),
                @Content(
                        mediaType = LINES,
                        examples =
                                @ExampleObject(
                                        name = "JSON lines",
                                        value = "{\"code\": \"SAVE10-7QX2\"}\n{\"code\": \"SAVE10-9KD4\"}\n"))
            })
    @APIResponse(ref = "#/components/responses/CodesAdded", responseCode = "200")
    @APIResponse(ref = "#/components/responses/InvalidSurvey", responseCode = "400")
    public Uni<ObjectNode> add(@PathParam("survey") UUID survey, byte[] body) {
        return add(survey, body, Function.identity());
    }

    @POST
    @Consumes(LINES)
    @Operation(hidden = true)
    public Uni<ObjectNode> addJson(@PathParam("survey") UUID survey, byte[] body) {
        return add(survey, body, IncentivesResource::code);
    }

    @GET
    @Operation(operationId = "countIncentiveCodes", summary = "How many codes were given and how many are left")
    @APIResponse(ref = "#/components/responses/CodeCount", responseCode = "200")
    public Uni<ObjectNode> count(@PathParam("survey") UUID survey) {
        return codes.count(caller.tenant(), survey)
                .map(found -> put(
                        JsonNodeFactory.instance.objectNode(), found.orElseThrow(IncentivesResource::noSuchSurvey)));
    }

    @DELETE
    @Operation(operationId = "withdrawIncentiveCodes", summary = "Forget the codes that were not given")
    @APIResponse(responseCode = "200", description = "How many these were: `removed`")
    public Uni<ObjectNode> withdraw(@PathParam("survey") UUID survey) {
        return codes.withdraw(caller.tenant(), survey).map(removed -> JsonNodeFactory.instance
                .objectNode()
                .put("removed", removed.orElseThrow(IncentivesResource::noSuchSurvey)));
    }

    private Uni<ObjectNode> add(UUID survey, byte[] body, Function<String, String> code) {
        String tenant = caller.tenant();
        return codes.add(tenant, survey, read(body, code))
                .map(stocked -> added(stocked.orElseThrow(IncentivesResource::noSuchSurvey)));
    }

    private static Codes read(byte[] body, Function<String, String> code) {
        if (body != null && body.length > MOST_BYTES) {
            throw new TooLarge("The body is larger than 1 MiB; send the codes in several requests.");
        }
        List<String> lines =
                body == null ? List.of() : new String(body, UTF_8).lines().toList();
        try {
            return Codes.read(lines.stream()
                    .map(line -> line.isBlank() ? line : code.apply(line))
                    .toList());
        } catch (Codes.Unusable fault) {
            throw Problem.invalidBody("", fault.getMessage()).toException();
        }
    }

    private static String code(String line) {
        return Members.of(line.getBytes(UTF_8)).only(Set.of("code")).requiredText("code");
    }

    private static ObjectNode added(StockCodes.Stocked stocked) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("added", stocked.added());
        json.put("duplicates", stocked.duplicateLines().size());
        ArrayNode lines = json.putArray("duplicateLines");
        stocked.duplicateLines().stream().limit(MOST_LINES_TOLD).forEach(lines::add);
        return put(json, stocked.count());
    }

    private static ObjectNode put(ObjectNode json, Incentives.Count count) {
        return json.put("given", count.given()).put("left", count.left());
    }

    private static ProblemException noSuchSurvey() {
        return Problem.notFound("This tenant has no such survey.").toException();
    }
}
