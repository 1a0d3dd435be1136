package io.deskpulse.kit.auth;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready without keys: every request would be turned away. */
@Readiness
@Singleton
class KeysReadiness implements HealthCheck {
    private final TokenPrincipals principals;

    KeysReadiness(TokenPrincipals principals) {
        this.principals = principals;
    }

    @Override
    public HealthCheckResponse call() {
        return principals.hasKeys()
                ? HealthCheckResponse.up("token keys")
                : HealthCheckResponse.named("token keys")
                        .down()
                        .withData(
                                "reason", "no key to check tokens with: set deskpulse.auth.keys to a readable JWK set")
                        .build();
    }
}
