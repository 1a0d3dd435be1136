package io.deskpulse.kit.auth;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.MDC;

/**
 * Who makes the current request. Inject it anywhere; each call answers for the request being served, and only behind an
 * endpoint that asks for a scope. Thread-safe.
 */
@Singleton
public class Caller {
    /** Whose request a log line belongs to. */
    private static final String TENANT = "tenant";

    private final SecurityIdentity identity;
    private final WebOrigin origin;

    Caller(SecurityIdentity identity, WebOrigin origin) {
        this.identity = identity;
        this.origin = origin;
    }

    /**
     * The tenant whose data the request may touch; it comes from the token and from nowhere else. Ends the request with 403
     * where the token is bound to web origins and the request comes from another.
     */
    public String tenant() {
        String tenant = principal().tenant();
        MDC.put(TENANT, tenant);
        return tenant;
    }

    /** What the token allows; see {@link Scopes}. */
    public Set<String> scopes() {
        return identity.getRoles();
    }

    /** The {@code jti} of the token, by which it can be denied. */
    public Optional<String> tokenId() {
        return Optional.ofNullable(principal().getTokenID());
    }

    private TenantPrincipal principal() {
        if (identity.getPrincipal() instanceof TenantPrincipal principal) {
            origin.require(principal.origins());
            return principal;
        }
        throw new IllegalStateException("no caller: this endpoint asks for no scope; add @RolesAllowed");
    }
}
