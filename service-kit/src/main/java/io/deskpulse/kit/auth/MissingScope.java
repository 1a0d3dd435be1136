package io.deskpulse.kit.auth;

import io.deskpulse.kit.problem.Problem;
import io.deskpulse.kit.problem.ProblemResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** What callers read whose token does not allow what they ask: a problem, and the challenge of RFC 6750. Stateless. */
public final class MissingScope {
    private static final String CHALLENGE = "Bearer realm=\"deskpulse\", error=\"insufficient_scope\"";

    private MissingScope() {}

    /**
     * Names the scope.
     *
     * @param scope one, or several with blanks between them, of which one is enough
     * @param detail what to do
     */
    public static Response response(String scope, String detail) {
        return ProblemResponse.of(problem(detail).with("scope", scope))
                .header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE + ", scope=\"" + scope + "\"")
                .build();
    }

    static Response response(String detail) {
        return ProblemResponse.of(problem(detail))
                .header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE)
                .build();
    }

    private static Problem problem(String detail) {
        return Problem.of("missing-scope", 403, "Missing scope", detail);
    }
}
