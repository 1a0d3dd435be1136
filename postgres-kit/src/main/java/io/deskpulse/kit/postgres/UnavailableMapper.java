package io.deskpulse.kit.postgres;

import io.deskpulse.kit.problem.Problem;
import io.deskpulse.kit.problem.ProblemResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** While Postgres is away, callers are told to come back. */
final class UnavailableMapper {
    @ServerExceptionMapper
    Response unavailable(StoreUnavailable fault) {
        return ProblemResponse.of(
                        Problem.unavailable("The database does not answer; send the same request again shortly."))
                .header(HttpHeaders.RETRY_AFTER, 2)
                .build();
    }
}
