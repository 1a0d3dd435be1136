package io.deskpulse.ingest.intake.rest;

import io.deskpulse.ingest.intake.Outcome;
import io.deskpulse.ingest.ratelimit.Admission;
import io.deskpulse.ingest.ratelimit.Allowance;
import io.deskpulse.kit.problem.Problem;
import io.deskpulse.kit.problem.ProblemResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Outcomes as HTTP answers. Stateless. */
final class Answers {
    /** Long enough for a broker to come back or a queue to empty, short enough to lose no time. */
    private static final int RETRY_SECONDS = 2;

    private Answers() {}

    static Response of(Outcome outcome) {
        if (outcome instanceof Outcome.Answered answered) {
            return Response.ok(ResultsJson.write(answered.results()))
                    .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON)
                    .build();
        }
        if (outcome instanceof Outcome.RateLimited limited) {
            return rateLimited(limited.refusal());
        }
        return unavailable(
                outcome instanceof Outcome.Overloaded
                        ? "Too many events wait to be stored; send the request again."
                        : "Events cannot be stored now. Send the whole request again; nothing is counted twice.");
    }

    private static Response unavailable(String detail) {
        return ProblemResponse.of(Problem.unavailable(detail))
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .build();
    }

    /** With the fields of draft-ietf-httpapi-ratelimit-headers. */
    private static Response rateLimited(Admission.Refused refusal) {
        Allowance allowance = refusal.allowance();
        long seconds = Math.max(1, (refusal.waiting().toMillis() + 999) / 1_000);
        String detail = "The tenant may send " + allowance.eventsPerSecond() + " events a second and "
                + allowance.burst() + " at once; send this request again later.";
        return ProblemResponse.of(Problem.rateLimited(detail))
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .header("RateLimit-Policy", "\"events\";q=" + allowance.burst() + ";w=" + allowance.secondsToFill())
                .header("RateLimit", "\"events\";r=" + refusal.remaining() + ";t=" + seconds)
                .build();
    }
}
