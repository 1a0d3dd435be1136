package io.deskpulse.ingest.intake.rest;

import io.deskpulse.kit.problem.Problem;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Bodies and answers of both endpoints in the API description, with an example of every mode. The endpoints take and give
 * bytes, so nothing of this can be told from their signatures.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class EventsDescription implements OASFilter {
    private static final Map<String, String> MODES = Map.of(
            "application/cloudevents+json", Examples.STRUCTURED,
            "application/cloudevents-batch+json", Examples.BATCH,
            "application/x-ndjson", Examples.LINES,
            "application/json", Examples.BINARY);

    private static final Map<String, String> PROBLEMS = Map.of(
            "400", "The body cannot be taken apart; nothing was stored",
            "401", "No valid token",
            "403", "The token lacks the scope ingest:write",
            "413", "More than 4 MiB or 5,000 events; nothing was stored",
            "415", "None of the modes; nothing was stored",
            "429", "The tenant sends more than it may; nothing was stored. Wait for Retry-After seconds",
            "503", "Not everything could be stored. Wait for Retry-After seconds and send the whole request again");

    @Override
    public Operation filterOperation(Operation operation) {
        if (operation.getTags() == null || !operation.getTags().contains("Events")) {
            return operation;
        }
        Content bodies = OASFactory.createContent();
        MODES.forEach((mode, example) -> bodies.addMediaType(mode, example(example)));
        operation.setRequestBody(OASFactory.createRequestBody().required(true).content(bodies));
        APIResponses responses = OASFactory.createAPIResponses()
                .addAPIResponse(
                        "200",
                        answer("One result for each event, in order; what is accepted is stored")
                                .content(OASFactory.createContent()
                                        .addMediaType("application/json", example(Examples.RESULTS))));
        PROBLEMS.forEach((status, when) -> responses.addAPIResponse(status, problem(when)));
        operation.setResponses(responses);
        return operation;
    }

    private static MediaType example(String example) {
        return OASFactory.createMediaType().example(example);
    }

    private static APIResponse problem(String when) {
        return answer(when)
                .content(OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, example(Examples.PROBLEM)));
    }

    private static APIResponse answer(String description) {
        return OASFactory.createAPIResponse().description(description);
    }
}
