package io.deskpulse.endtoend.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskpulse.endtoend.deployment.Answer;
import io.deskpulse.endtoend.deployment.Deployment;
import io.deskpulse.localstack.process.Ports;
import io.deskpulse.localstack.shop.DemoShop;
import io.deskpulse.localstack.shop.ShopSettings;
import io.deskpulse.localstack.token.Token;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A demo shop of a tenant of its own in front of the real services, and what these count of it. */
final class Shop implements AutoCloseable {
    private static final Deployment DEPLOYMENT = Deployment.get();

    private final String tenant;
    private final DemoShop shop;

    Shop(String tenant) {
        this.tenant = tenant;
        int port = Ports.free();
        String origin = DemoShop.origin(port).toString();
        var tokens = new ShopSettings.Tokens(
                token("ingest:write", List.of()),
                token("survey:answer", List.of(origin)),
                token("survey:manage", List.of()),
                token("metrics:read", List.of()));
        shop = DemoShop.open(
                port,
                new ShopSettings(
                        DEPLOYMENT.ingest().base(),
                        DEPLOYMENT.survey().base(),
                        DEPLOYMENT.metrics().base(),
                        tokens),
                Clock.systemUTC());
    }

    String page(String language) {
        return shop.address() + "/?language=" + language;
    }

    URI service() {
        return DEPLOYMENT.survey().base();
    }

    /** The last hour's satisfaction, as everyone can ask for it. */
    Counted csat() {
        Instant end = Instant.now().truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        Answer answer = DEPLOYMENT
                .metricsOf(tenant)
                .get("/v1/metrics/csat_score?step=total&where=channel:web&from=%s&to=%s"
                        .formatted(end.minus(Duration.ofHours(1)), end));
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        JsonNode point = answer.json().at("/series/0/points/0");
        return new Counted(
                point.path("denominator").asLong(), point.path("numerator").asDouble());
    }

    /**
     * Answers.
     *
     * @param sum of their values
     */
    record Counted(long number, double sum) {}

    private String token(String scope, List<String> origins) {
        return DEPLOYMENT.token(new Token(tenant, List.of(scope), Duration.ofDays(1), origins));
    }

    @Override
    public void close() {
        shop.close();
    }
}
