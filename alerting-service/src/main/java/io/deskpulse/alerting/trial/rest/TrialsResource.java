package io.deskpulse.alerting.trial.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.alerting.evaluation.HistoryUnavailable;
import io.deskpulse.alerting.rule.Rule;
import io.deskpulse.alerting.rule.RuleFault;
import io.deskpulse.alerting.rule.document.Document;
import io.deskpulse.alerting.rule.document.Reading;
import io.deskpulse.alerting.rule.document.RuleReader;
import io.deskpulse.alerting.rule.rest.RuleProblems;
import io.deskpulse.alerting.trial.TrialSettings;
import io.deskpulse.alerting.trial.TryRule;
import io.deskpulse.alerting.trial.TryRule.Outcome;
import io.deskpulse.kit.auth.Caller;
import io.deskpulse.kit.auth.Scopes;
import io.deskpulse.kit.problem.Problem;
import io.deskpulse.kit.problem.ProblemException;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tries rules over HTTP. */
@Path("/v1/rules:test")
@Tag(name = "Rules")
@RolesAllowed(Scopes.ALERTS_MANAGE)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
class TrialsResource {
    private static final Duration BUSY_FOR = Duration.ofSeconds(5);

    private final TryRule tryRule;
    private final RuleReader reader;
    private final TrialSettings settings;
    private final Clock clock;
    private final Caller caller;

    TrialsResource(TryRule tryRule, RuleReader reader, TrialSettings settings, Clock clock, Caller caller) {
        this.tryRule = tryRule;
        this.reader = reader;
        this.settings = settings;
        this.clock = clock;
        this.caller = caller;
    }

    @POST
    @Operation(
            operationId = "testRule",
            summary = "When a rule would have fired and ended",
            description =
                    "Reads the measurements of the tenant again, up to 48 h back, with the code that evaluates the present."
                            + " Nothing is stored and nobody is told. One at a time for each tenant.")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "a day",
                                            value =
                                                    """
                    {"rule": {"id": "low-resolution", "metric": "resolution_rate", "by": ["variant"], "window": "15m",
                              "condition": {"type": "threshold", "operator": "<", "limit": 0.7}},
                     "from": "2026-03-02T00:00:00Z", "to": "2026-03-03T00:00:00Z"}""")))
    @APIResponse(
            responseCode = "200",
            description = "The transitions, the first 1,000 of them, and how far back data reached",
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "once",
                                            value =
                                                    """
                    {"dataFrom": "2026-03-01T22:40:00Z", "evaluatedTo": "2026-03-03T00:00:00Z", "evaluations": 4320, "breaches": 12,
                     "fired": 1, "resolved": 1, "transitionsLeftOut": 0, "groupsLeftOut": 0,
                     "transitions": [
                       {"at": "2026-03-02T09:12:00Z", "group": {"variant": "b"}, "from": "normal", "to": "firing", "reason": "breached",
                        "evidence": {"value": 0.41, "low": 0.3, "high": 0.53, "numerator": 26, "denominator": 63, "sample": 63,
                                     "limit": 0.7, "from": "2026-03-02T08:57:00Z", "to": "2026-03-02T09:12:00Z"}},
                       {"at": "2026-03-02T09:24:00Z", "group": {"variant": "b"}, "from": "firing", "to": "normal",
                        "reason": "recovered", "evidence": {"value": 0.74}}]}""")))
    public ObjectNode test(byte[] body) {
        JsonNode root = root(body);
        Instant to = time(root, "to", clock.instant());
        Instant from = time(root, "from", to.minus(settings.reach()));
        Instant earliest = clock.instant().minus(settings.reach()).minus(BUSY_FOR);
        if (!from.isBefore(to) || from.isBefore(earliest)) {
            throw Problem.invalidBody(
                            "/from",
                            "Send a time before to, and at most "
                                    + settings.reach().toHours() + " h ago.")
                    .toException();
        }
        return answer(rule(root), from, to);
    }

    private ObjectNode answer(Rule rule, Instant from, Instant to) {
        try {
            Outcome outcome = tryRule.run(rule, from, to);
            if (outcome instanceof Outcome.Busy) {
                throw Problem.of(
                                "trial-running",
                                409,
                                "Trial running",
                                "Another rule of this tenant is being tried; try again when that has ended.")
                        .toException()
                        .retryAfter(BUSY_FOR);
            }
            if (outcome instanceof Outcome.TookTooLong tooLong) {
                throw tooLong(tooLong);
            }
            return TrialJson.of(((Outcome.Tried) outcome).trial());
        } catch (HistoryUnavailable e) {
            throw Problem.unavailable("The measurements cannot be read now; try again.")
                    .toException()
                    .retryAfter(BUSY_FOR);
        }
    }

    private ProblemException tooLong(Outcome.TookTooLong outcome) {
        Instant reached = outcome.trial().evaluatedTo();
        String detail = "Reading took longer than " + settings.longest().toSeconds()
                + " s; try a shorter time, or a shorter window.";
        Problem problem = Problem.of("trial-too-long", 422, "Trial too long", detail);
        return (reached == null ? problem : problem.with("evaluatedTo", reached.toString())).toException();
    }

    private static JsonNode root(byte[] body) {
        Document document = Document.json(body);
        if (document instanceof Document.Unreadable unreadable) {
            throw RuleProblems.invalid(List.of(unreadable.fault()));
        }
        JsonNode root = ((Document.Tree) document).root();
        if (!root.path("rule").isObject()) {
            throw RuleProblems.invalid(List.of(new RuleFault("/rule", "Send the rule as POST /v1/rules takes it.")));
        }
        return root;
    }

    private Rule rule(JsonNode root) {
        Reading reading = reader.read(caller.tenant(), root.get("rule"), "/rule");
        if (reading instanceof Reading.Faulty faulty) {
            throw RuleProblems.invalid(faulty.faults());
        }
        return ((Reading.Sound) reading).rule();
    }

    private static Instant time(JsonNode root, String name, Instant otherwise) {
        JsonNode text = root.path(name);
        if (text.isMissingNode() || text.isNull()) {
            return otherwise;
        }
        try {
            return Instant.parse(text.asText());
        } catch (DateTimeParseException e) {
            throw Problem.invalidBody("/" + name, "Send a time as RFC 3339 has it, in UTC: 2026-03-02T00:00:00Z.")
                    .toException();
        }
    }
}
