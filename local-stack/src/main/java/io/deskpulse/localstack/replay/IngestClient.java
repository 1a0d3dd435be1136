package io.deskpulse.localstack.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Posts batches of events, and posts a batch again until it is answered: a service that is away, slow or limits the rate loses nothing. Sending twice is harmless, as
 * an event counts once for its source and id.
 */
final class IngestClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<Integer> TRY_AGAIN = Set.of(408, 425, 429, 500, 502, 503, 504);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);
    private static final Duration FIRST_WAIT = Duration.ofMillis(250);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI address;
    private final String token;
    private final Duration patience;
    private final Consumer<String> trouble;

    /**
     * @param patience how long one batch is tried
     * @param trouble told why a batch has to wait
     */
    IngestClient(URI base, String token, Duration patience, Consumer<String> trouble) {
        this.address = base.resolve("/v1/events");
        this.token = token;
        this.patience = patience;
        this.trouble = trouble;
    }

    /** The results of a batch in its order; throws {@link ReplayFailed} when the service refuses it whole or stays away. */
    List<JsonNode> post(List<String> events) {
        var request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/x-ndjson")
                .timeout(ANSWER_LIMIT)
                .POST(HttpRequest.BodyPublishers.ofString(String.join("\n", events) + "\n"))
                .build();
        var end = System.nanoTime() + patience.toNanos();
        for (var wait = FIRST_WAIT; ; wait = longer(wait)) {
            var attempt = attempt(request);
            if (attempt.answered()) {
                return results(attempt.body(), events.size());
            }
            if (System.nanoTime() > end) {
                throw new ReplayFailed(
                        "The ingest-service did not take a batch for %d s: %s. Everything before it was accepted; replay the file again when the service is well: nothing counts twice."
                                .formatted(patience.toSeconds(), attempt.reason()));
            }
            trouble.accept(attempt.reason());
            pause(attempt.asked().isZero() ? wait : attempt.asked());
        }
    }

    /** One try: a body, or why there is none and how long the service asks to wait (zero: it does not say). */
    private record Attempt(String body, String reason, Duration asked) {

        boolean answered() {
            return body != null;
        }
    }

    private Attempt attempt(HttpRequest request) {
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 == 2) {
                return new Attempt(answer.body(), null, Duration.ZERO);
            }
            var problem = answer.statusCode() + " " + Problems.told(answer.body());
            if (TRY_AGAIN.contains(answer.statusCode())) {
                return new Attempt(null, problem, retryAfter(answer));
            }
            throw new ReplayFailed("The ingest-service refuses the events: " + problem);
        } catch (IOException e) {
            return new Attempt(
                    null, "no answer at " + address + " (" + e.getClass().getSimpleName() + ")", Duration.ZERO);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReplayFailed("interrupted");
        }
    }

    private static List<JsonNode> results(String body, int expected) {
        try {
            var results = new ArrayList<JsonNode>();
            JSON.readTree(body).path("results").forEach(results::add);
            if (results.size() == expected) {
                return results;
            }
            throw new ReplayFailed("The ingest-service answered %d of %d events".formatted(results.size(), expected));
        } catch (IOException e) {
            throw new ReplayFailed("The ingest-service's answer is not JSON");
        }
    }

    private static Duration retryAfter(HttpResponse<?> answer) {
        try {
            var seconds =
                    Long.parseLong(answer.headers().firstValue("Retry-After").orElse("0"));
            return Duration.ofSeconds(Math.min(Math.max(0, seconds), 30));
        } catch (NumberFormatException aDate) {
            return FIRST_WAIT;
        }
    }

    private static Duration longer(Duration wait) {
        var twice = wait.multipliedBy(2);
        return twice.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : twice;
    }

    private static void pause(Duration time) {
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReplayFailed("interrupted");
        }
    }
}
