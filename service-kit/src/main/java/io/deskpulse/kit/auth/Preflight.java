package io.deskpulse.kit.auth;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Answers browsers that ask whether a page of another origin may call. They ask without the token, so there is no telling
 * which origins it is bound to: any is told yes, and {@link WebOrigin} decides about the call itself.
 */
final class Preflight {
    private static final String ORIGIN = "Origin";
    private static final String METHOD = "Access-Control-Request-Method";
    private static final String HEADERS = "Access-Control-Request-Headers";
    private static final long SECONDS = 3_600;

    private final List<String> paths;

    Preflight(AuthSettings settings) {
        this.paths = settings.browserPaths().orElse(List.of());
    }

    @ServerRequestFilter(preMatching = true)
    Response answer(ContainerRequestContext request) {
        if (!request.getMethod().equals(HttpMethod.OPTIONS) || request.getHeaderString(METHOD) == null) {
            return null;
        }
        String origin = request.getHeaderString(ORIGIN);
        String path = request.getUriInfo().getPath();
        if (origin == null || paths.stream().noneMatch(path::startsWith)) {
            return null;
        }
        Response.ResponseBuilder answer = Response.noContent()
                .header("Access-Control-Allow-Origin", origin)
                .header("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE")
                .header("Access-Control-Max-Age", SECONDS)
                .header(HttpHeaders.VARY, ORIGIN);
        String headers = request.getHeaderString(HEADERS);
        return (headers == null ? answer : answer.header("Access-Control-Allow-Headers", headers)).build();
    }
}
