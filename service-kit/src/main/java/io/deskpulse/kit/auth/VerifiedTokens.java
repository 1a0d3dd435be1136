package io.deskpulse.kit.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;

/**
 * Tokens whose signature was checked a short while ago. A signature check costs more than counting an event, so each token
 * pays it once in a while only; expiry and denial are looked at on every request. New keys forget all tokens, so that a key
 * that was rotated out stops working at once. Thread-safe.
 */
final class VerifiedTokens {
    static final String TENANT = "tenant";
    static final String SCOPES = "scopes";
    static final String ORIGINS = "origins";

    private final TokenRules rules;
    private final Duration cacheFor;
    private final int cacheSize;
    private final Clock clock;
    private volatile Generation generation;
    private volatile Set<String> denied = Set.of();

    VerifiedTokens(TokenRules rules, Duration cacheFor, int cacheSize, Clock clock) {
        this.rules = rules;
        this.cacheFor = cacheFor;
        this.cacheSize = cacheSize;
        this.clock = clock;
        useKeys(KeySet.EMPTY);
    }

    /** From now on only tokens signed with one of these keys are believed. */
    void useKeys(KeySet keys) {
        // Verifier and cache change together: a token checked with the old keys cannot slip into the new cache.
        generation = new Generation(
                keys,
                new TokenVerifier(keys, rules),
                Caffeine.newBuilder()
                        .maximumSize(cacheSize)
                        .expireAfterWrite(cacheFor)
                        .ticker(() -> clock.millis() * 1_000_000)
                        .build());
    }

    /** From now on tokens with one of these {@code jti} are rejected. */
    void deny(Set<String> tokenIds) {
        denied = Set.copyOf(tokenIds);
    }

    boolean hasKeys() {
        return !generation.keys().isEmpty();
    }

    /** The principal that a token stands for. */
    TenantPrincipal verify(String token) throws RejectedToken {
        Generation now = generation;
        TenantPrincipal principal = now.cache().getIfPresent(token);
        if (principal == null) {
            principal = now.verifier().verify(token);
            now.cache().put(token, principal);
        } else if (clock.millis() / 1000 - rules.clockSkewSeconds() >= principal.getExpirationTime()) {
            throw new RejectedToken("The token has expired; get a new one.");
        }
        if (principal.getTokenID() != null && denied.contains(principal.getTokenID())) {
            throw new RejectedToken("The token has been denied; get a new one.");
        }
        return principal;
    }

    private record Generation(KeySet keys, TokenVerifier verifier, Cache<String, TenantPrincipal> cache) {}
}
