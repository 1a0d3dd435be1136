package io.deskpulse.kit.json;

import io.deskpulse.kit.problem.Problem;
import io.deskpulse.kit.problem.ProblemResponse;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Whoever sends a body that cannot be used reads where its fault is. */
final class BodyProblems {
    @ServerExceptionMapper
    Response tooLarge(TooLarge fault) {
        return ProblemResponse.of(Problem.of("too-large", 413, "Too large", fault.getMessage()))
                .build();
    }

    @ServerExceptionMapper
    Response invalid(InvalidMember fault) {
        return ProblemResponse.of(Problem.invalidBody(fault.pointer(), fault.getMessage()))
                .build();
    }
}
