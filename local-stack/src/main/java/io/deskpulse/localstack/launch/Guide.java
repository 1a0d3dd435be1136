package io.deskpulse.localstack.launch;

import io.deskpulse.localstack.service.Service;
import io.deskpulse.localstack.token.KeySet;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** What a person needs to go on once everything runs: addresses, tokens, and something to try. */
record Guide(Layout layout, PortPlan ports, KeySet keys) {

    void writeTokens(Clock clock) {
        new TokensFile(keys, clock, ports).write(layout.tokens());
    }

    List<String> lines(Parts parts) {
        var lines = new ArrayList<String>();
        lines.add("");
        parts.services().forEach(service -> lines.add(addresses(service)));
        lines.add("%-18s http://localhost:%d   a shop whose chat asks its customers: answer, and see the score move"
                .formatted("demo shop", ports.shop()));
        lines.add("");
        lines.add("Tokens of the demo tenant are in %1$s. In another shell:".formatted(layout.shown(layout.tokens())));
        lines.add("  . " + layout.shown(layout.tokens()));
        lines.add("  curl -H \"Authorization: Bearer $DESKPULSE_METRICS_TOKEN\" \\");
        lines.add("    \"$DESKPULSE_METRICS_URL/v1/metrics/resolution_rate?from=$(date -u +%FT00:00:00Z)"
                + "&to=$(date -u +%FT%TZ)&step=total\"");
        lines.add("See a bot fail, a page for it, and its end, with times: ./run alert");
        lines.add("Ctrl-C stops everything.");
        lines.add("");
        return lines;
    }

    private static String addresses(Service service) {
        var base = service.base().toString().replace("127.0.0.1", "localhost");
        return "%-18s %s/q/swagger-ui   %s/q/health   %s/q/metrics"
                .formatted(service.kind().name(), base, base, base);
    }
}
