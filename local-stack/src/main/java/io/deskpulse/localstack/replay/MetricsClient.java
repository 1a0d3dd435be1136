package io.deskpulse.localstack.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** Asks the query API. Every method throws an {@link IOException} with a message for people when there is no answer. Thread-safe. */
public final class MetricsClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI base;
    private final String token;

    public MetricsClient(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    /** From (inclusive) to (exclusive). */
    public record Range(Instant from, Instant to) {}

    /** The catalogue's entry of every metric that is live. */
    public List<JsonNode> live() throws IOException {
        var live = new ArrayList<JsonNode>();
        for (var metric : send(request("/v1/metrics").GET()).path("metrics")) {
            if (metric.path("live").asBoolean()) {
                live.add(metric);
            }
        }
        return live;
    }

    /** The answer or problem of each metric over the whole range, in the order asked. */
    public List<JsonNode> totals(Range range, List<String> metrics) throws IOException {
        var question = JSON.createObjectNode();
        var queries = question.putArray("queries");
        for (var metric : metrics) {
            queries.addObject()
                    .put("metric", metric)
                    .put("from", range.from().toString())
                    .put("to", range.to().toString())
                    .put("step", "total");
        }
        var body = HttpRequest.BodyPublishers.ofString(question.toString());
        var answers = new ArrayList<JsonNode>();
        send(request("/v1/query").header("Content-Type", "application/json").POST(body))
                .path("results")
                .forEach(answers::add);
        if (answers.size() != metrics.size()) {
            throw new IOException(
                    "the metrics-service answered %d of %d questions".formatted(answers.size(), metrics.size()));
        }
        return answers;
    }

    /** Up to when everything that was received is counted, seen through one cheap question. */
    public Instant countedUntil(Range range) throws IOException {
        var path = "/v1/metrics/conversations_started?step=total&from=%s&to=%s".formatted(range.from(), range.to());
        var asOf = send(request(path).GET()).path("asOf").asText();
        try {
            return Instant.parse(asOf);
        } catch (DateTimeParseException notYet) {
            return Instant.EPOCH;
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token);
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException {
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException(
                        "the metrics-service answers " + answer.statusCode() + " " + Problems.told(answer.body()));
            }
            return JSON.readTree(answer.body());
        } catch (ConnectException e) {
            throw new IOException("the metrics-service does not answer at " + base, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
