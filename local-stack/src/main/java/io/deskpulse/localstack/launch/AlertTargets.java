package io.deskpulse.localstack.launch;

import io.deskpulse.localstack.alert.AlertTarget;
import io.deskpulse.localstack.alert.JsonApi;
import io.deskpulse.localstack.stack.StackAddresses;
import io.deskpulse.localstack.token.KeySet;
import io.deskpulse.localstack.token.Token;
import io.deskpulse.localstack.token.TokenMint;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Finds the running installation in which an alert is to be shown, and mints what that needs. */
final class AlertTargets {

    private static final Duration TOKEN_VALIDITY = Duration.ofDays(1);

    private AlertTargets() {}

    /** With a tenant of its own, that nothing else is known of. */
    static AlertTarget of(Layout layout) {
        var ports = new PortPlan(RunState.read(layout.state())
                .filter(state -> state.launcher().alive())
                .orElseThrow(() -> new IllegalStateException(
                        "Deskpulse does not run here. Start it in another shell: ./run --no-demo"))
                .portOffset());
        var tenant =
                "alert-trial-" + Long.toString(System.currentTimeMillis(), 36).toLowerCase(Locale.ROOT);
        var keys = KeySet.in(layout.keys());
        var plan = ports.stack(Path.of("."));
        return new AlertTarget(
                tenant,
                api(ports, keys, "ingest-service", tenant, "ingest:write"),
                api(ports, keys, "alerting-service", tenant, "alerts:manage"),
                new StackAddresses(plan.kafkaPort(), plan.redisPort(), plan.postgresPort()).bootstrapServers());
    }

    /** The alerting-service, as the demo tenant uses it. */
    static JsonApi alerting(PortPlan ports, KeySet keys) {
        return api(ports, keys, "alerting-service", TokensFile.TENANT, "alerts:manage");
    }

    private static JsonApi api(PortPlan ports, KeySet keys, String service, String tenant, String scope) {
        var token = new TokenMint(keys, Clock.systemUTC()).mint(new Token(tenant, List.of(scope), TOKEN_VALIDITY));
        return new JsonApi(ports.base(service), token);
    }
}
