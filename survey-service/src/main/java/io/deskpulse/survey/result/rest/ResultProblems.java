package io.deskpulse.survey.result.rest;

import io.deskpulse.kit.problem.Problem;
import io.deskpulse.kit.problem.ProblemException;
import io.deskpulse.kit.problem.ProblemResponse;
import io.deskpulse.survey.result.TooMuch;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Why there are no results. */
final class ResultProblems {
    static ProblemException unknownSurvey() {
        return Problem.notFound("This tenant has no such survey; GET /v1/surveys lists those it has.")
                .toException();
    }

    @ServerExceptionMapper
    Response tooMuch(TooMuch fault) {
        return ProblemResponse.of(Problem.of(
                        "too-much-to-read",
                        422,
                        "Too much to read",
                        "Reading these offers takes too long; ask for a shorter time with from and to."))
                .build();
    }
}
