package io.deskpulse.localstack.shop;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** How satisfied the shop's customers are, as Deskpulse counts it now. */
final class Score {

    private static final Duration SPAN = Duration.ofHours(24);

    private final JsonClient metrics;
    private final Clock clock;

    Score(JsonClient metrics, Clock clock) {
        this.metrics = metrics;
        this.clock = clock;
    }

    /** The answer of the query API for the last 24 hours, the current minute included. */
    JsonNode now() {
        var end = clock.instant().truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        return metrics.get("/v1/metrics/csat_score?step=total&where=segment:demo-shop&from=%s&to=%s"
                .formatted(end.minus(SPAN), end));
    }
}
