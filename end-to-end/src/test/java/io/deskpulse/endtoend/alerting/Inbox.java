package io.deskpulse.endtoend.alerting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A receiver that takes its time, and remembers what it was told of which alert in which order. Thread-safe. */
public final class Inbox implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final Random random;
    private final int slowestMillis;
    private final List<Told> told = new ArrayList<>();
    private int forged;
    private Webhook webhook;

    /**
     * What was told of one alert.
     *
     * @param name of its conversation, else of the bot version, else of its rule
     * @param status {@code firing} or {@code resolved}
     */
    public record Told(String name, String status, String startsAt) {}

    /** Listens on this machine; each answer takes up to so long. */
    public Inbox(long seed, int slowestMillis) {
        this.random = new Random(seed);
        this.slowestMillis = slowestMillis;
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newFixedThreadPool(8));
        server.createContext("/", this::take);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/alerts";
    }

    /** Checks signatures from now on. */
    public synchronized void trust(String secret) {
        webhook = new Webhook(secret);
    }

    /** In the order in which it came. */
    public synchronized List<Told> told() {
        return List.copyOf(told);
    }

    /** How many bodies had a signature that was not good. */
    public synchronized int forged() {
        return forged;
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (body.length < Long.parseLong(exchange.getRequestHeaders().getFirst("Content-Length"))) {
                // who sent it has died: nothing was told
                return;
            }
            note(exchange, new String(body, StandardCharsets.UTF_8));
            TimeUnit.MILLISECONDS.sleep(pause());
            exchange.sendResponseHeaders(204, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized int pause() {
        return random.nextInt(slowestMillis);
    }

    private synchronized void note(HttpExchange exchange, String body) throws IOException {
        try {
            webhook.verify(body, HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true));
        } catch (WebhookVerificationException e) {
            forged++;
        }
        for (JsonNode alert : JSON.readTree(body).path("alerts")) {
            told.add(new Told(
                    name(alert.path("labels")),
                    alert.path("status").asText(),
                    alert.path("startsAt").asText()));
        }
    }

    private static String name(JsonNode labels) {
        String otherwise =
                labels.path("variant").asText(labels.path("alertname").asText());
        return labels.path("conversation").asText(otherwise);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
