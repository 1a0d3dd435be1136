package io.deskpulse.survey.json.rest;

import io.deskpulse.kit.problem.Problem;
import io.deskpulse.kit.problem.ProblemResponse;
import io.deskpulse.survey.json.InvalidMember;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Whoever sends a body that cannot be used reads where its fault is. */
final class InvalidMemberMapper {
    @ServerExceptionMapper
    Response invalid(InvalidMember fault) {
        return ProblemResponse.of(Problem.invalidBody(fault.pointer(), fault.getMessage()))
                .build();
    }
}
