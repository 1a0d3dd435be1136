package io.deskpulse.survey.result.rest;

import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Whose drivers are asked for. */
class DriverParameters extends SelectionParameters {
    /** A regression costs the square of their number for each offer. */
    private static final int MOST_ITEMS = 40;

    @QueryParam("target")
    @Parameter(
            description = "What is driven: a csat, nps or ces, or an aspect as question.aspect",
            required = true,
            example = "csat")
    String target;

    @QueryParam("items")
    @Parameter(
            description =
                    "What may drive it, separated by commas; where it is left out, everything with points that is shown to everyone",
            example = "quality.speed,quality.attitude")
    String items;

    String target() {
        return text(target).orElseThrow(() -> invalid("target", "missing; name a question with points"));
    }

    List<String> items() {
        List<String> named = text(items).stream()
                .flatMap(all -> Arrays.stream(all.split(",", -1)))
                .map(String::strip)
                .toList();
        if (named.size() > MOST_ITEMS) {
            throw invalid("items", "more than " + MOST_ITEMS);
        }
        return named;
    }

    @Override
    Set<String> further() {
        return Set.of("target", "items");
    }
}
