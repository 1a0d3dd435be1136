package io.deskpulse.alerting.alert.rest;

import io.deskpulse.alerting.alert.Labels;
import io.deskpulse.alerting.alert.Selection;
import io.deskpulse.alerting.alert.State;
import io.deskpulse.kit.listing.PartRequest;
import io.deskpulse.kit.problem.Problem;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which alerts are asked for, as the parameters of an address. */
class SelectionParameters extends PartRequest {
    private static final String STATES =
            Arrays.stream(State.values()).map(State::word).collect(Collectors.joining(", "));

    @QueryParam("state")
    @Parameter(
            description = "normal, pending, firing or recovering; several separated by commas",
            schema = @Schema(type = SchemaType.STRING, examples = "firing,recovering"))
    String state;

    @QueryParam("rule")
    @Parameter(description = "id of a rule")
    String rule;

    @QueryParam("severity")
    @Parameter(description = "info, warning or critical")
    String severity;

    @QueryParam("label")
    @Parameter(description = "name:value; may be given several times, all must hold")
    List<String> label;

    @QueryParam("since")
    @Parameter(description = "RFC 3339: only what was decided then or later")
    String since;

    Selection selection() {
        return new Selection(states(), rule, labels(), time());
    }

    private Set<State> states() {
        return state == null
                ? Set.of()
                : Arrays.stream(state.split(","))
                        .map(SelectionParameters::state)
                        .collect(Collectors.toSet());
    }

    private static State state(String word) {
        return Arrays.stream(State.values())
                .filter(known -> known.word().equals(word.strip()))
                .findFirst()
                .orElseThrow(() -> Problem.invalidParameter("state", "give some of " + STATES)
                        .toException());
    }

    private Map<String, String> labels() {
        Map<String, String> wanted = new TreeMap<>();
        if (severity != null) {
            wanted.put(Labels.SEVERITY, severity);
        }
        for (String each : label) {
            int colon = each.indexOf(':');
            if (colon < 1) {
                throw Problem.invalidParameter("label", "give name:value, such as variant:bot-b")
                        .toException();
            }
            wanted.put(each.substring(0, colon), each.substring(colon + 1));
        }
        return wanted;
    }

    private Instant time() {
        try {
            return since == null ? null : OffsetDateTime.parse(since).toInstant();
        } catch (DateTimeParseException e) {
            throw Problem.invalidParameter("since", "give an RFC 3339 time, such as 2026-03-01T10:00:00Z")
                    .toException();
        }
    }
}
