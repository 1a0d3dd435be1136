package io.deskpulse.survey.moment.rest;

import io.deskpulse.kit.auth.Caller;
import io.deskpulse.kit.auth.MissingScope;
import io.deskpulse.kit.auth.Scopes;
import io.deskpulse.kit.problem.Problem;
import io.deskpulse.kit.problem.ProblemResponse;
import io.deskpulse.survey.moment.Moment;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Reads when a request happened, for those who bring in what was asked elsewhere. Web pages cannot: their token does not
 * allow it, and a score could be filed under any day.
 */
final class MomentFilter {
    private static final String HEADER = "Occurred-At";
    /** Readers of events take none that are older. */
    private static final Duration OLDEST = Duration.ofDays(400);

    private final Moment moment;
    private final Caller caller;

    MomentFilter(Moment moment, Caller caller) {
        this.moment = moment;
        this.caller = caller;
    }

    @TellsItsMoment
    @ServerRequestFilter
    Response read(ContainerRequestContext request) {
        String told = request.getHeaderString(HEADER);
        if (told == null) {
            return null;
        }
        if (!caller.scopes().contains(Scopes.SURVEY_MANAGE)) {
            return MissingScope.response(
                    Scopes.SURVEY_MANAGE,
                    "Only a token with the scope " + Scopes.SURVEY_MANAGE + " may say " + HEADER + "; leave it out.");
        }
        Instant time = time(told);
        Instant now = Instant.now();
        if (time == null || time.isAfter(now) || time.isBefore(now.minus(OLDEST))) {
            return ProblemResponse.of(Problem.invalidParameter(
                            HEADER, "send a time as 2026-11-21T08:00:00Z, not in the future nor older than 400 days"))
                    .build();
        }
        moment.tell(time);
        return null;
    }

    private static Instant time(String told) {
        try {
            return OffsetDateTime.parse(told).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
