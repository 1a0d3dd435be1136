package io.deskpulse.kit.auth;

import java.util.Set;

/**
 * What a token must say to be believed.
 *
 * @param issuer the {@code iss} it must have
 * @param audiences one of which its {@code aud} must name
 * @param clockSkewSeconds how far our clock and the issuer's may differ
 */
record TokenRules(String issuer, Set<String> audiences, int clockSkewSeconds) {
    TokenRules {
        if (issuer == null || issuer.isBlank()) {
            throw new IllegalArgumentException("mp.jwt.verify.issuer must be set");
        }
        if (audiences == null || audiences.isEmpty()) {
            throw new IllegalArgumentException("mp.jwt.verify.audiences must be set");
        }
        audiences = Set.copyOf(audiences);
    }
}
