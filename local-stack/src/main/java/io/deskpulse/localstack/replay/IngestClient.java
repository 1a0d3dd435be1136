package io.deskpulse.localstack.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Posts batches of events, again and again until they are answered. Sending twice is harmless, as an event counts once for its source and id. */
final class IngestClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);

    private final PatientCaller caller;
    private final URI address;
    private final String token;

    /**
     * @param patience how long one batch is tried
     * @param trouble told why a batch has to wait
     */
    IngestClient(URI base, String token, Duration patience, Consumer<String> trouble) {
        this.caller = new PatientCaller("ingest-service", patience, trouble);
        this.address = base.resolve("/v1/events");
        this.token = token;
    }

    /** The results of a batch in its order; throws {@link ReplayFailed} when the service refuses it whole or stays away. */
    List<JsonNode> post(List<String> events) {
        var answer = caller.send(HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/x-ndjson")
                .timeout(ANSWER_LIMIT)
                .POST(HttpRequest.BodyPublishers.ofString(String.join("\n", events) + "\n"))
                .build());
        if (answer.statusCode() / 100 != 2) {
            throw new ReplayFailed("The ingest-service refuses the events: " + answer.statusCode() + " "
                    + Problems.told(answer.body()));
        }
        return results(answer.body(), events.size());
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
}
