package io.deskpulse.kit.auth;

import io.deskpulse.kit.problem.Problem;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * The web page that makes the current request. A token that stands in a page can be copied; bound to the page's origin, it is
 * of no use in other pages. (Programs can claim any origin: such a token must never allow more than every visitor may.)
 */
@Singleton
class WebOrigin {
    private final CurrentVertxRequest current;

    WebOrigin(CurrentVertxRequest current) {
        this.current = current;
    }

    /** Ends the request where it does not come from one of these; none stands for any. */
    void require(Set<String> origins) {
        if (origins.isEmpty()) {
            return;
        }
        RoutingContext request = current.getCurrent();
        String origin = request.request().getHeader(HttpHeaders.ORIGIN);
        if (origin == null || !origins.contains(origin)) {
            throw Problem.of(
                            "wrong-origin",
                            403,
                            "Wrong origin",
                            "The token may be used from other web origins only; ask for a token that names this one.")
                    .toException();
        }
        // Without these the browser keeps the answer from the page.
        request.response()
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
                .putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, "Retry-After")
                .putHeader(HttpHeaders.VARY, "Origin");
    }
}
