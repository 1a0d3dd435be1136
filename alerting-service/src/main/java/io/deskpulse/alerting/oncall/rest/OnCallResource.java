package io.deskpulse.alerting.oncall.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.alerting.oncall.Contacts;
import io.deskpulse.alerting.oncall.Shift;
import io.deskpulse.kit.auth.Caller;
import io.deskpulse.kit.auth.Scopes;
import io.deskpulse.kit.problem.Problem;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who is on call by a schedule, over HTTP. */
@Path("/v1/schedules/{id:[a-z0-9][a-z0-9-]{0,62}}/oncall")
@Tag(name = "On-call", description = "Who is told one after the other, and who is on call when")
@RolesAllowed(Scopes.ALERTS_MANAGE)
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class OnCallResource {
    private static final Duration LONGEST = Duration.ofDays(100);

    private final Contacts contacts;
    private final Caller caller;
    private final Clock clock;

    OnCallResource(Contacts contacts, Caller caller, Clock clock) {
        this.contacts = contacts;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "getOnCall",
            summary = "Who is on call",
            description =
                    "At a moment, now where none is given; or from one to another, at most 100 days, with the gaps in which nobody is.")
    @APIResponse(responseCode = "200", description = "`onCall`, or `shifts` and `gaps`")
    public ObjectNode onCall(
            @PathParam("id") String id,
            @QueryParam("at") @Parameter(description = "RFC 3339") String at,
            @QueryParam("from") @Parameter(description = "RFC 3339") String from,
            @QueryParam("to") @Parameter(description = "RFC 3339") String to) {
        if (from == null && to == null) {
            Instant moment = at == null ? clock.instant() : time("at", at);
            return json(new Shift(moment, moment, shiftAt(id, moment)), true);
        }
        if (from == null || to == null || at != null) {
            throw Problem.invalidParameter("from", "goes with to, and without at")
                    .toException();
        }
        return between(id, time("from", from), time("to", to));
    }

    private Optional<Shift.OnCall> shiftAt(String id, Instant moment) {
        return contacts.roster(caller.tenant(), id, moment, moment)
                .orElseThrow(() -> OnCallProblems.unknown("schedule"))
                .at(moment);
    }

    private ObjectNode between(String id, Instant from, Instant to) {
        if (!to.isAfter(from) || Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw Problem.invalidParameter("to", "not after from, or more than 100 days after it")
                    .toException();
        }
        List<Shift> shifts = contacts.roster(caller.tenant(), id, from, to)
                .orElseThrow(() -> OnCallProblems.unknown("schedule"))
                .between(from, to);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode filled = json.putArray("shifts");
        ArrayNode gaps = json.putArray("gaps");
        shifts.forEach(shift -> (shift.who().isPresent() ? filled : gaps).add(json(shift, false)));
        return json;
    }

    private static Instant time(String name, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw Problem.invalidParameter(name, "not a time as RFC 3339 has it")
                    .toException();
        }
    }

    private static ObjectNode json(Shift shift, boolean moment) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (moment) {
            json.put("at", shift.from().toString());
        } else {
            json.put("from", shift.from().toString()).put("to", shift.to().toString());
        }
        if (moment || shift.who().isPresent()) {
            json.put("onCall", shift.who().map(Shift.OnCall::receiver).orElse(null));
        }
        shift.who().ifPresent(who -> json.put("by", who.layer() == null ? "override" : who.layer()));
        return json;
    }
}
