package io.deskpulse.localstack.launch;

import io.deskpulse.localstack.replay.ReplayTarget;
import io.deskpulse.localstack.token.KeySet;
import io.deskpulse.localstack.token.Token;
import io.deskpulse.localstack.token.TokenMint;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Finds the running installation that a replay goes to, and mints what it needs there. */
final class ReplayTargets {

    private static final Duration TOKEN_VALIDITY = Duration.ofDays(1);

    private ReplayTargets() {}

    static ReplayTarget of(Layout layout, String tenant) {
        var ports = new PortPlan(RunState.read(layout.state())
                .filter(state -> state.launcher().alive())
                .orElseThrow(() -> new IllegalStateException(
                        "Deskpulse does not run here. Start it in another shell: ./run --no-demo"))
                .portOffset());
        var mint = new TokenMint(KeySet.in(layout.keys()), Clock.systemUTC());
        return new ReplayTarget(
                tenant,
                ports.base("ingest-service"),
                mint.mint(new Token(tenant, List.of("ingest:write"), TOKEN_VALIDITY)),
                ports.base("survey-service"),
                mint.mint(new Token(tenant, List.of("survey:answer", "survey:manage"), TOKEN_VALIDITY)),
                ports.base("metrics-service"),
                mint.mint(new Token(tenant, List.of("metrics:read"), TOKEN_VALIDITY)));
    }
}
