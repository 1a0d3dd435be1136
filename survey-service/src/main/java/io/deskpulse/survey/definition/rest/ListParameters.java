package io.deskpulse.survey.definition.rest;

import io.deskpulse.kit.problem.Problem;
import io.deskpulse.survey.definition.Survey;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which part of a list is wanted. */
class ListParameters {
    private static final int MOST = 100;

    @QueryParam("state")
    @Parameter(description = "draft, published or archived; all where it is left out")
    String state;

    @QueryParam("limit")
    @DefaultValue("20")
    @Parameter(description = "1 to " + MOST)
    String limit;

    @QueryParam("cursor")
    @Parameter(description = "the next of the part before")
    String cursor;

    Optional<Survey.State> state() {
        if (state == null) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(Survey.State.values())
                .filter(known -> SurveyJson.state(known).equals(state))
                .findFirst()
                .orElseThrow(() -> Problem.invalidParameter("state", "not draft, published or archived")
                        .toException()));
    }

    int limit() {
        try {
            int wanted = Integer.parseInt(limit);
            if (wanted >= 1 && wanted <= MOST) {
                return wanted;
            }
        } catch (NumberFormatException notANumber) {
            // told below, as one out of range is
        }
        throw Problem.invalidParameter("limit", "not a whole number from 1 to " + MOST)
                .toException();
    }

    Optional<UUID> before() {
        return Cursor.read(cursor);
    }
}
