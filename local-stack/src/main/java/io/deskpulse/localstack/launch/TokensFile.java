package io.deskpulse.localstack.launch;

import io.deskpulse.localstack.token.KeySet;
import io.deskpulse.localstack.token.SecretFile;
import io.deskpulse.localstack.token.Token;
import io.deskpulse.localstack.token.TokenMint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tokens of the demo tenant and addresses of the services, as shell variables. */
final class TokensFile {

    static final String TENANT = "demo";

    private static final Duration VALIDITY = Duration.ofDays(30);

    private final Map<String, String> variables = new LinkedHashMap<>();

    TokensFile(KeySet keys, Clock clock, PortPlan ports) {
        var mint = new TokenMint(keys, clock);
        variables.put("DESKPULSE_INGEST_URL", ports.base("ingest-service").toString());
        variables.put("DESKPULSE_SURVEY_URL", ports.base("survey-service").toString());
        variables.put("DESKPULSE_METRICS_URL", ports.base("metrics-service").toString());
        variables.put("DESKPULSE_ALERTING_URL", ports.base("alerting-service").toString());
        variables.put("DESKPULSE_INGEST_TOKEN", token(mint, "ingest:write"));
        variables.put("DESKPULSE_METRICS_TOKEN", token(mint, "metrics:read"));
        variables.put("DESKPULSE_SURVEY_TOKEN", token(mint, "survey:answer"));
        variables.put("DESKPULSE_SURVEY_MANAGE_TOKEN", token(mint, "survey:manage"));
        variables.put("DESKPULSE_ALERTS_TOKEN", token(mint, "alerts:manage"));
        variables.put("DESKPULSE_ADMIN_TOKEN", token(mint, "admin"));
    }

    String get(String variable) {
        return variables.get(variable);
    }

    /** The variables of the demo's process. */
    Map<String, String> ofDemo() {
        return Map.of(
                "DESKPULSE_INGEST_URL", get("DESKPULSE_INGEST_URL"),
                "DESKPULSE_INGEST_TOKEN", get("DESKPULSE_INGEST_TOKEN"));
    }

    void write(Path file) {
        var lines = variables.entrySet().stream()
                .map(variable -> variable.getKey() + "=" + variable.getValue() + "\n")
                .collect(Collectors.joining());
        try {
            SecretFile.write(
                    file,
                    "# Tenant " + TENANT + ", valid for 30 days from the last start. Read with: . " + file.getFileName()
                            + "\n" + lines);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static String token(TokenMint mint, String... scopes) {
        return mint.mint(new Token(TENANT, List.of(scopes), VALIDITY));
    }
}
