package io.deskpulse.kit.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Whatever ends a request, the caller reads a problem. */
final class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    Response problem(ProblemException e) {
        Response.ResponseBuilder response = ProblemResponse.of(e.problem());
        e.retryAfterSeconds().ifPresent(seconds -> response.header(HttpHeaders.RETRY_AFTER, seconds));
        return response.build();
    }

    @ServerExceptionMapper
    Response json(MismatchedInputException e) {
        return ProblemResponse.of(JsonFault.problem(e)).build();
    }

    @ServerExceptionMapper
    Response json(JacksonException e) {
        return ProblemResponse.of(JsonFault.problem(e)).build();
    }

    @ServerExceptionMapper
    Response notFound(NotFoundException e) {
        return http(e);
    }

    @ServerExceptionMapper
    Response http(WebApplicationException e) {
        if (e.getCause() instanceof JacksonException json) {
            return json(json);
        }
        int status = e.getResponse().getStatus();
        if (status < 400) {
            return e.getResponse();
        }
        if (status >= 500) {
            return unexpected(e);
        }
        Response.ResponseBuilder response = ProblemResponse.of(HttpProblems.of(status));
        // 405 must say what is allowed.
        String allowed = e.getResponse().getHeaderString(HttpHeaders.ALLOW);
        return (allowed == null ? response : response.header(HttpHeaders.ALLOW, allowed)).build();
    }

    @ServerExceptionMapper
    Response unexpected(Throwable e) {
        Problem problem = HttpProblems.internal(Trace.id());
        LOG.errorf("Request failed: %s", Fault.describe(e));
        return ProblemResponse.of(problem).build();
    }
}
