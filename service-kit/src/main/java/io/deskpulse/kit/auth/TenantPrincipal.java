package io.deskpulse.kit.auth;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import org.jose4j.jwt.JwtClaims;

/**
 * Whom a verified token stands for, with the tenant at hand: SmallRye JWT throws and catches an exception whenever it is
 * asked for a claim that no standard names. Immutable.
 */
final class TenantPrincipal extends DefaultJWTCallerPrincipal {
    private final String tenant;

    TenantPrincipal(JwtClaims claims, String tenant) {
        super(claims);
        this.tenant = tenant;
    }

    String tenant() {
        return tenant;
    }
}
