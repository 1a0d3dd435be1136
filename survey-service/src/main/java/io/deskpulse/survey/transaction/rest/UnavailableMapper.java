package io.deskpulse.survey.transaction.rest;

import io.deskpulse.kit.problem.Problem;
import io.deskpulse.kit.problem.ProblemResponse;
import io.deskpulse.survey.transaction.StoreUnavailable;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** While Postgres is away, callers are told to come back. */
final class UnavailableMapper {
    @ServerExceptionMapper
    Response unavailable(StoreUnavailable fault) {
        return ProblemResponse.of(
                        Problem.unavailable(
                                "The store of surveys does not answer; send the same request again shortly, nothing counts twice."))
                .header(HttpHeaders.RETRY_AFTER, 2)
                .build();
    }
}
