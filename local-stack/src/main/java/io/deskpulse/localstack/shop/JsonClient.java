package io.deskpulse.localstack.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Talks JSON with one service. Thread-safe. */
final class JsonClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final URI base;
    private final String token;

    JsonClient(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    JsonNode get(String path) {
        return send(request(path).GET());
    }

    JsonNode post(String path, Object body) {
        return post(path, body, "application/json");
    }

    JsonNode post(String path, Object body, String type) {
        return send(request(path).header("Content-Type", type).POST(text(body)));
    }

    /** Posts to a resource as it stands in this revision. */
    JsonNode postIfMatch(String path, int revision) {
        return send(request(path).header("If-Match", "\"" + revision + "\"").POST(HttpRequest.BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE).header("Authorization", "Bearer " + token);
    }

    private JsonNode send(HttpRequest.Builder wanted) {
        var request = wanted.build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            var json = JSON.readTree(answer.body());
            if (answer.statusCode() / 100 != 2) {
                throw new ServiceFailed("%s answered %d: %s"
                        .formatted(
                                request.uri().getPath(),
                                answer.statusCode(),
                                json.path("detail").asText()));
            }
            return json;
        } catch (IOException e) {
            throw new ServiceFailed("no answer from " + request.uri().getAuthority(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceFailed("interrupted", e);
        }
    }

    private static HttpRequest.BodyPublisher text(Object body) {
        return HttpRequest.BodyPublishers.ofString(JSON.valueToTree(body).toString());
    }
}
