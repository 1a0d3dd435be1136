package io.deskpulse.survey.ratelimit.rest;

import io.deskpulse.kit.auth.Scopes;
import io.deskpulse.kit.problem.Problem;
import io.deskpulse.kit.problem.ProblemResponse;
import io.deskpulse.survey.ratelimit.AddressLimiter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Turns addresses away that ask too much; not those of who manages surveys, whose token is in no web page. Behind a proxy all come from its address, unless {@code
 * quarkus.http.proxy.proxy-address-forwarding} is on.
 */
final class AddressFilter {
    private final AddressLimiter limiter;
    private final CurrentIdentityAssociation identities;
    private final Counter refused;

    AddressFilter(AddressLimiter limiter, CurrentIdentityAssociation identities, MeterRegistry meters) {
        this.limiter = limiter;
        this.identities = identities;
        this.refused = Counter.builder("deskpulse.survey.rate.limited")
                .description("Requests that were turned away because their address asked too much")
                .register(meters);
    }

    /** Who asks is found out here for endpoints that anyone may ask: that must not be waited for on the event loop. */
    @LimitedByAddress
    @ServerRequestFilter
    Uni<Response> limit(HttpServerRequest request) {
        return identities
                .getDeferredIdentity()
                .map(caller -> caller.hasRole(Scopes.SURVEY_MANAGE) ? null : limitAddress(request));
    }

    private Response limitAddress(HttpServerRequest request) {
        Optional<Duration> wait = limiter.take(request.remoteAddress().hostAddress());
        if (wait.isEmpty()) {
            return null;
        }
        refused.increment();
        long seconds = Math.max(1, wait.get().plusMillis(999).toSeconds());
        return ProblemResponse.of(Problem.rateLimited("Too many requests from this address; ask less often."))
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .build();
    }
}
