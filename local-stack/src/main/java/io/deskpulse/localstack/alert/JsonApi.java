package io.deskpulse.localstack.alert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Talks JSON with one service, as one tenant. Thread-safe. */
public final class JsonApi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final URI base;
    private final String token;

    public JsonApi(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    /** What a service answered. */
    public record Answer(int status, JsonNode body) {
        /** The body; throws where it is a problem. */
        public JsonNode good() {
            if (status / 100 != 2) {
                throw new AlertTrialFailed(
                        "answered " + status + ": " + body.path("detail").asText(body.toString()));
            }
            return body;
        }
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, JsonNode body) {
        return post(path, body, "application/json");
    }

    public Answer post(String path, JsonNode body, String type) {
        return send(request(path).header("Content-Type", type).POST(text(body)));
    }

    /** Makes something that is not there yet. */
    public Answer putNew(String path, JsonNode body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("If-None-Match", "*")
                .PUT(text(body)));
    }

    /** Replaces something as it stands in this revision. */
    public Answer put(String path, long revision, JsonNode body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("If-Match", "\"" + revision + "\"")
                .PUT(text(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE).header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder wanted) {
        var request = wanted.build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
        } catch (IOException e) {
            throw new AlertTrialFailed("no answer from " + request.uri().getAuthority());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AlertTrialFailed("interrupted");
        }
    }

    private static HttpRequest.BodyPublisher text(JsonNode body) {
        return HttpRequest.BodyPublishers.ofString(body.toString());
    }
}
