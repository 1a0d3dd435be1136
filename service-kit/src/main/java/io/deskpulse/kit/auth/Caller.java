package io.deskpulse.kit.auth;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

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
        return token().getClaim(VerifiedTokens.TENANT);
    }

    /** What the token allows; see {@link Scopes}. */
    public Set<String> scopes() {
        return identity.getRoles();
    }

    /** The {@code jti} of the token, by which it can be denied. */
    public Optional<String> tokenId() {
        return Optional.ofNullable(token().getTokenID());
    }

    private JsonWebToken token() {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            return token;
        }
        throw new IllegalStateException("no caller: this endpoint asks for no scope; add @RolesAllowed");
    }
}
