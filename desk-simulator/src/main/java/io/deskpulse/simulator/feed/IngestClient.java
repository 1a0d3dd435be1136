package io.deskpulse.simulator.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** Sends events to the ingest service. Thread-safe. */
final class IngestClient {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
    private final HttpRequest.Builder request;

    IngestClient(URI service, String token) {
        this.request = HttpRequest.newBuilder(service.resolve("/v1/events"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-ndjson")
                .header("Authorization", "Bearer " + token);
    }

    /** Sends events, one a line, and waits for the answer. */
    Reply send(byte[] lines) throws InterruptedException {
        try {
            HttpRequest post =
                    request.copy().POST(BodyPublishers.ofByteArray(lines)).build();
            return reply(http.send(post, BodyHandlers.ofString()));
        } catch (IOException e) {
            return new Reply.Later(null, "no answer (" + e.getClass().getSimpleName() + ")");
        }
    }

    private static Reply reply(HttpResponse<String> response) {
        int status = response.statusCode();
        if (status < 300) {
            return taken(response.body());
        }
        String reason = status + " " + json(response.body()).path("detail").asText("");
        if (status == 429 || status >= 500) {
            return new Reply.Later(retryAfter(response), reason);
        }
        return new Reply.Refused(reason);
    }

    private static Reply.Taken taken(String body) {
        List<JsonNode> rejected = json(body).findParents("status").stream()
                .filter(result -> result.path("status").asText().equals("rejected"))
                .toList();
        return new Reply.Taken(
                rejected.size(), rejected.isEmpty() ? null : rejected.get(0).toString());
    }

    private static Duration retryAfter(HttpResponse<?> response) {
        try {
            return response.headers()
                    .firstValue("Retry-After")
                    .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                    .orElse(null);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }
}
