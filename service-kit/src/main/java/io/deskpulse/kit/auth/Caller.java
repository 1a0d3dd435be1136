package io.deskpulse.kit.auth;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/**
 * Who makes the current request. Inject it anywhere; each call answers for the request being served, and only behind an
 * endpoint that asks for a scope. Thread-safe.
 */
@Singleton
public class Caller {
    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The tenant whose data the request may touch; it comes from the token and from nowhere else. */
    public String tenant() {
        return principal().tenant();
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
            return principal;
        }
        throw new IllegalStateException("no caller: this endpoint asks for no scope; add @RolesAllowed");
    }
}
