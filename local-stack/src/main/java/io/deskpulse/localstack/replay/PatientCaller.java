package io.deskpulse.localstack.replay;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Makes a request again until it is answered: a service that is away, slow or limits the rate loses nothing. For requests that may safely be made twice. Thread-safe.
 */
final class PatientCaller {

    private static final Set<Integer> TRY_AGAIN = Set.of(408, 425, 429, 500, 502, 503, 504);
    private static final Duration FIRST_WAIT = Duration.ofMillis(250);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String service;
    private final Duration patience;
    private final Consumer<String> trouble;

    /**
     * @param service who is called, for messages
     * @param patience how long one request is tried
     * @param trouble told why a request has to wait
     */
    PatientCaller(String service, Duration patience, Consumer<String> trouble) {
        this.service = service;
        this.patience = patience;
        this.trouble = trouble;
    }

    /** The answer, whatever it says, unless it says to come back; throws {@link ReplayFailed} when the service stays away. */
    HttpResponse<String> send(HttpRequest request) {
        var end = System.nanoTime() + patience.toNanos();
        for (var wait = FIRST_WAIT; ; wait = longer(wait)) {
            var attempt = attempt(request);
            if (attempt.answer() != null) {
                return attempt.answer();
            }
            if (System.nanoTime() > end) {
                throw new ReplayFailed(
                        "The %s did not take a request for %d s: %s. Everything before it was accepted; replay again when the service is well: nothing counts twice."
                                .formatted(service, patience.toSeconds(), attempt.reason()));
            }
            trouble.accept(attempt.reason());
            pause(attempt.asked().isZero() ? wait : attempt.asked());
        }
    }

    /** One try: an answer, or why there is none and how long the service asks to wait (zero: it does not say). */
    private record Attempt(HttpResponse<String> answer, String reason, Duration asked) {}

    private Attempt attempt(HttpRequest request) {
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (!TRY_AGAIN.contains(answer.statusCode())) {
                return new Attempt(answer, null, Duration.ZERO);
            }
            return new Attempt(null, answer.statusCode() + " " + Problems.told(answer.body()), retryAfter(answer));
        } catch (IOException e) {
            return new Attempt(
                    null, "no answer of the " + service + " (" + e.getClass().getSimpleName() + ")", Duration.ZERO);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReplayFailed("interrupted");
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
