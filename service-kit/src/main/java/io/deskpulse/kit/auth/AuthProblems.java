package io.deskpulse.kit.auth;

import io.deskpulse.kit.problem.Problem;
import io.deskpulse.kit.problem.ProblemResponse;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What callers without the right token read: a problem, and the challenge of RFC 6750. */
final class AuthProblems {
    @ServerExceptionMapper
    Response noToken(UnauthorizedException e) {
        return unauthorized(
                "Bearer realm=\"deskpulse\"",
                "Send a token: Authorization: Bearer <token>. On a local stack, ./run token mints one.");
    }

    @ServerExceptionMapper
    Response badToken(AuthenticationFailedException e) {
        String reason = e.getCause() instanceof RejectedToken rejected
                ? rejected.getMessage()
                : "The Authorization header is not Bearer and a token.";
        return unauthorized(
                "Bearer realm=\"deskpulse\", error=\"invalid_token\", error_description=\"" + reason + "\"", reason);
    }

    @ServerExceptionMapper
    Response missingScope(ForbiddenException e, ResourceInfo endpoint) {
        String scope = scopeOf(endpoint);
        return scope == null
                ? MissingScope.response("The token lacks the scope this endpoint asks for; see /q/swagger-ui.")
                : MissingScope.response(scope, "The token lacks the scope " + scope + "; ask for a token that has it.");
    }

    private static Response unauthorized(String challenge, String detail) {
        return ProblemResponse.of(Problem.of("unauthorized", 401, "Unauthorized", detail))
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
                .build();
    }

    private static String scopeOf(ResourceInfo endpoint) {
        Method method = endpoint == null ? null : endpoint.getResourceMethod();
        if (method == null) {
            return null;
        }
        RolesAllowed allowed = method.getAnnotation(RolesAllowed.class);
        if (allowed == null) {
            allowed = endpoint.getResourceClass().getAnnotation(RolesAllowed.class);
        }
        return allowed == null ? null : String.join(" ", allowed.value());
    }
}
