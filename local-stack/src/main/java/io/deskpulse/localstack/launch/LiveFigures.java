package io.deskpulse.localstack.launch;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskpulse.localstack.replay.MetricsClient;
import io.deskpulse.localstack.replay.MetricsClient.Range;
import io.deskpulse.localstack.token.KeySet;
import io.deskpulse.localstack.token.Token;
import io.deskpulse.localstack.token.TokenMint;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** One line about the demo tenant's day, from the query API like any client's. */
final class LiveFigures {

    private static final Duration TOKEN_VALIDITY = Duration.ofDays(365);

    private final MetricsClient metrics;
    private double messagesBefore = Double.NaN;
    private Instant askedBefore = Instant.EPOCH;

    LiveFigures(Layout layout, PortPlan ports) {
        var token = new Token(TokensFile.TENANT, List.of("metrics:read"), TOKEN_VALIDITY);
        var mint = new TokenMint(KeySet.in(layout.keys()), Clock.systemUTC());
        metrics = new MetricsClient(ports.base("metrics-service"), mint.mint(token));
    }

    /** The figures of now; when they cannot be had, why. */
    String line() {
        try {
            return figures(Instant.now());
        } catch (IOException e) {
            return "no figures: " + e.getMessage();
        }
    }

    private String figures(Instant now) throws IOException {
        var minute = now.truncatedTo(ChronoUnit.MINUTES);
        var day =
                now.atZone(ZoneId.systemDefault()).truncatedTo(ChronoUnit.DAYS).toInstant();
        var today = new Range(day, minute.plus(1, ChronoUnit.MINUTES));
        var answers = metrics.totals(
                today,
                List.of(
                        "conversations_started",
                        "conversations_closed",
                        "resolution_rate",
                        "first_response_time",
                        "messages"));
        var open = metrics.totals(
                new Range(minute.minus(1, ChronoUnit.MINUTES), minute), List.of("concurrent_conversations"));
        return String.format(
                Locale.ROOT,
                "today: %s started, %s closed, resolved by bot %s, first response p90 %s | open now %s | %s messages/s",
                whole(point(answers.get(0)).path("value")),
                whole(point(answers.get(1)).path("value")),
                percent(point(answers.get(2)).path("value")),
                seconds(point(answers.get(3)).path("stats").path("p90")),
                whole(point(open.get(0)).path("value")),
                rate(point(answers.get(4)).path("value").asDouble(0), now));
    }

    private String rate(double messages, Instant now) {
        var time = Duration.between(askedBefore, now).toMillis() / 1000.0;
        var rate = Double.isNaN(messagesBefore) ? Double.NaN : Math.max(0, messages - messagesBefore) / time;
        messagesBefore = messages;
        askedBefore = now;
        return Double.isNaN(rate) ? "-" : String.format(Locale.ROOT, "%.1f", rate);
    }

    private static JsonNode point(JsonNode answer) {
        return answer.path("series").path(0).path("points").path(0);
    }

    private static String whole(JsonNode value) {
        return value.isNumber() ? String.format(Locale.ROOT, "%,.0f", value.asDouble()) : "-";
    }

    private static String percent(JsonNode value) {
        return value.isNumber() ? String.format(Locale.ROOT, "%.1f %%", 100 * value.asDouble()) : "-";
    }

    private static String seconds(JsonNode value) {
        return value.isNumber() ? String.format(Locale.ROOT, "%.1f s", value.asDouble()) : "-";
    }
}
