package io.deskpulse.kit.problem;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Problems as HTTP answers. */
public final class ProblemResponse {
    private ProblemResponse() {}

    /** The answer that states a problem of the current request; add headers as needed. */
    public static Response.ResponseBuilder of(Problem problem) {
        Problem occurrence = problem.instance() == null ? problem.at(Trace.instance()) : problem;
        return Response.status(problem.status())
                // Set by hand: the default would follow what the endpoint produces or the caller accepts.
                .header(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(occurrence);
    }
}
