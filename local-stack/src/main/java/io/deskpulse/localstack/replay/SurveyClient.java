package io.deskpulse.localstack.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Offers and answers surveys as they were in the past. Every call may be made again. Thread-safe. */
final class SurveyClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);
    private static final String WAITING = "deskpulse_survey_outbox_waiting";

    private final PatientCaller caller;
    private final URI base;
    private final String token;

    /** @param token with the scopes {@code survey:answer} and {@code survey:manage} */
    SurveyClient(URI base, String token, Duration patience, Consumer<String> trouble) {
        this.caller = new PatientCaller("survey-service", patience, trouble);
        this.base = base;
        this.token = token;
    }

    /**
     * An offer.
     *
     * @param token opens it
     */
    record Opened(String id, String token) {}

    /** The published survey of that name, or empty. */
    Optional<String> published(String name) {
        for (var cursor = ""; cursor != null; ) {
            var page =
                    ok(request("/v1/surveys?state=published&limit=100" + cursor).GET());
            for (var survey : page.path("surveys")) {
                if (survey.path("name").asText().equals(name)) {
                    return Optional.of(survey.path("id").asText());
                }
            }
            var next = page.path("next").asText(null);
            cursor = next == null ? null : "&cursor=" + encoded(next);
        }
        return Optional.empty();
    }

    JsonNode template(String name) {
        return ok(request("/v1/survey-templates/" + name).GET());
    }

    /** Makes a survey and publishes it. */
    String publish(JsonNode definition) {
        var id = ok(request("/v1/surveys").POST(body(definition))).path("id").asText();
        ok(request("/v1/surveys/" + id + ":publish").header("If-Match", "\"1\"").POST(body(JSON.createObjectNode())));
        return id;
    }

    /** Offers a survey at a time; what came of it says {@code offered}, and if not, the {@code reason}. */
    JsonNode offer(ObjectNode wanted, Instant at) {
        return ok(request("/v1/offers").header("Occurred-At", at.toString()).POST(body(wanted)));
    }

    /** The offer of a survey in a conversation that was not finished at a time, or empty. */
    Optional<Opened> pending(String survey, String conversation, Instant at) {
        var path = "/v1/offers/pending?conversation=" + encoded(conversation);
        var found = ok(request(path).header("Occurred-At", at.toString()).GET());
        for (var offer : found.path("offers")) {
            if (offer.path("survey").path("id").asText().equals(survey)) {
                return Optional.of(opened(offer));
            }
        }
        return Optional.empty();
    }

    static Opened opened(JsonNode offer) {
        return new Opened(offer.path("id").asText(), offer.path("token").asText());
    }

    void shown(Opened offer, Instant at) {
        ok(of(offer, "/shown", at).POST(HttpRequest.BodyPublishers.noBody()));
    }

    void answer(Opened offer, String question, int value, Instant at) {
        ok(of(offer, "/answers/" + question, at)
                .PUT(body(JSON.createObjectNode().put("value", value))));
    }

    void finish(Opened offer, Instant at) {
        ok(of(offer, "/finish", at).POST(HttpRequest.BodyPublishers.noBody()));
    }

    /** How many events have not reached Kafka yet. */
    long waiting() {
        var meters = caller.send(HttpRequest.newBuilder(base.resolve("/q/metrics"))
                .timeout(ANSWER_LIMIT)
                .build());
        return meters.body()
                .lines()
                .filter(line -> line.startsWith(WAITING))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private HttpRequest.Builder of(Opened offer, String what, Instant at) {
        return request("/v1/offers/" + offer.id() + what)
                .header("Offer-Token", offer.token())
                .header("Occurred-At", at.toString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(ANSWER_LIMIT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private JsonNode ok(HttpRequest.Builder request) {
        HttpResponse<String> answer = caller.send(request.build());
        if (answer.statusCode() / 100 != 2) {
            throw new ReplayFailed("The survey-service refuses %s: %d %s"
                    .formatted(
                            request.build().method() + " " + step(answer),
                            answer.statusCode(),
                            Problems.told(answer.body())));
        }
        try {
            return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new ReplayFailed("The survey-service's answer is not JSON");
        }
    }

    /** Without its query, where ids of conversations stand. */
    private static String step(HttpResponse<?> answer) {
        return answer.uri().getPath();
    }

    private static HttpRequest.BodyPublisher body(JsonNode json) {
        return HttpRequest.BodyPublishers.ofString(json.toString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
