package io.deskpulse.localstack.replay;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** Both APIs as a replay sees them: accepts every event whose id does not begin with {@code bad}, and can be told to fail first. */
final class FakeDeskpulse implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final Deque<Integer> failures = new ArrayDeque<>();
    private final Deque<Instant> countedUntil = new ArrayDeque<>();
    private final List<String> taken = Collections.synchronizedList(new ArrayList<>());
    private final List<Integer> batches = Collections.synchronizedList(new ArrayList<>());

    FakeDeskpulse() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/events", this::events);
        server.createContext("/v1/metrics", this::metrics);
        server.createContext("/v1/query", this::query);
        server.start();
    }

    /** The next requests are answered with these statuses, and their events are not taken; 0 cuts the connection. */
    FakeDeskpulse failing(Integer... statuses) {
        failures.addAll(List.of(statuses));
        return this;
    }

    /** What the next questions say about how far all is counted; the last one stays. */
    FakeDeskpulse counting(Instant... until) {
        countedUntil.addAll(List.of(until));
        return this;
    }

    ReplayTarget target() {
        var base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new ReplayTarget("demo", base, "ingest-token", base, "survey-token", base, "metrics-token");
    }

    /** Ids of the accepted events, in the order of arrival. */
    List<String> taken() {
        return List.copyOf(taken);
    }

    /** Sizes of the batches taken. */
    List<Integer> batches() {
        return List.copyOf(batches);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void events(HttpExchange exchange) throws IOException {
        var lines = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        if (!failures.isEmpty()) {
            fail(exchange, failures.removeFirst());
            return;
        }
        var answer = JSON.createObjectNode();
        var results = answer.putArray("results");
        for (var line : lines) {
            var id = JSON.readTree(line).path("id").asText();
            if (id.startsWith("bad")) {
                results.addObject()
                        .put("status", "rejected")
                        .putObject("problem")
                        .put("title", "Unknown type")
                        .put("pointer", "/type");
            } else {
                taken.add(id);
                results.addObject().put("status", "accepted");
            }
        }
        batches.add(lines.size());
        answer(exchange, answer.toString());
    }

    private void metrics(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getPath().equals("/v1/metrics")) {
            answer(exchange, "{\"metrics\":[{\"id\":\"turns\",\"live\":true},{\"id\":\"nps\",\"live\":false}]}");
            return;
        }
        var until = countedUntil.size() > 1 ? countedUntil.removeFirst() : countedUntil.peekFirst();
        answer(exchange, "{\"asOf\":\"" + until + "\"}");
    }

    private void query(HttpExchange exchange) throws IOException {
        answer(
                exchange,
                "{\"results\":[{\"metric\":\"turns\",\"unit\":\"messages\",\"series\":[{\"dimensions\":{},\"points\":"
                        + "[{\"value\":7.25,\"numerator\":29,\"denominator\":4,\"low\":6.5,\"high\":8,\"lowSample\":true}]}]}]}");
    }

    private static void fail(HttpExchange exchange, int status) throws IOException {
        if (status == 0) {
            exchange.close();
            return;
        }
        exchange.getResponseHeaders().add("Retry-After", "0");
        var body = "{\"title\":\"Busy\",\"detail\":\"come back later\"}".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        var body = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
