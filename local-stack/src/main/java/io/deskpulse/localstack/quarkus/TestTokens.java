package io.deskpulse.localstack.quarkus;

import io.deskpulse.localstack.token.KeySet;
import io.deskpulse.localstack.token.Token;
import io.deskpulse.localstack.token.TokenMint;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Bearer tokens that a service under test accepts when it is configured by {@link LocalStackResource}. */
public final class TestTokens {

    private TestTokens() {}

    /** A token of the tenant with the scopes, valid for a day. */
    public static String token(String tenant, String... scopes) {
        return mint(Clock.systemUTC(), tenant, scopes);
    }

    /** A token of the tenant with the scope, for pages of this web origin only. */
    public static String boundTo(String origin, String tenant, String scope) {
        var keys = KeySet.in(LocalStackResource.shared().keys());
        return new TokenMint(keys, Clock.systemUTC())
                .mint(new Token(tenant, List.of(scope), Duration.ofDays(1), List.of(origin)));
    }

    /** A token that was issued two days ago and has expired. */
    public static String expired(String tenant, String... scopes) {
        return mint(Clock.offset(Clock.systemUTC(), Duration.ofDays(-2)), tenant, scopes);
    }

    private static String mint(Clock clock, String tenant, String... scopes) {
        var keys = KeySet.in(LocalStackResource.shared().keys());
        return new TokenMint(keys, clock).mint(new Token(tenant, List.of(scopes), Duration.ofDays(1)));
    }
}
