package io.deskpulse.kit.auth;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import java.util.Set;
import org.jose4j.jwt.JwtClaims;

/**
 * Whom a verified token stands for, with the tenant and the web origins it may be used from at hand: SmallRye JWT throws and catches an exception whenever it is
 * asked for a claim that no standard names. Immutable.
 */
final class TenantPrincipal extends DefaultJWTCallerPrincipal {
    private final String tenant;
    private final Set<String> origins;

    /**
     * A principal.
     *
     * @param origins empty for a token that may be used from anywhere
     */
    TenantPrincipal(JwtClaims claims, String tenant, Set<String> origins) {
        super(claims);
        this.tenant = tenant;
        this.origins = Set.copyOf(origins);
    }

    String tenant() {
        return tenant;
    }

    Set<String> origins() {
        return origins;
    }
}
