package io.deskpulse.localstack.launch;

import io.deskpulse.localstack.shop.DemoShop;
import io.deskpulse.localstack.shop.ShopSettings;
import io.deskpulse.localstack.token.KeySet;
import io.deskpulse.localstack.token.Token;
import io.deskpulse.localstack.token.TokenMint;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Sets the demo shop up: its port, and tokens of the demo tenant, the one in its page bound to its origin. */
record ShopPlan(PortPlan ports, KeySet keys) {

    private static final Duration VALIDITY = Duration.ofDays(365);

    /** Opens the shop. */
    DemoShop open(Clock clock) {
        var mint = new TokenMint(keys, clock);
        var origin = DemoShop.origin(ports.shop()).toString();
        var tokens = new ShopSettings.Tokens(
                mint.mint(token("ingest:write", List.of())),
                mint.mint(token("survey:answer", List.of(origin))),
                mint.mint(token("survey:manage", List.of())),
                mint.mint(token("metrics:read", List.of())));
        var settings = new ShopSettings(
                ports.base("ingest-service"), ports.base("survey-service"), ports.base("metrics-service"), tokens);
        return DemoShop.open(ports.shop(), settings, clock);
    }

    private static Token token(String scope, List<String> origins) {
        return new Token(TokensFile.TENANT, List.of(scope), VALIDITY, origins);
    }
}
