package io.deskpulse.widget.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A survey-service that offers what a test puts there, writes down what it is told, and fails when it should. */
final class StubService implements AutoCloseable {
    static final String OFFER = "0199c0de-0000-7000-8000-000000000001";

    private static final String HTML =
            """
            <!doctype html><html lang="en"><meta charset="utf-8"><title>A shop</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <link rel="stylesheet" href="/shop.css">
            <main><h1>A shop</h1><p>Nothing but a place to ask from.</p>
            <p><button id="end">End the chat</button></p><p><label>Message <textarea id="message"></textarea></label></p>
            <section data-deskpulse aria-label="Feedback"></section></main>
            <script src="%s/deskpulse.js" async></script></html>""";
    private static final String CSS =
            "body{font:16px/1.5 sans-serif;margin:0;padding:32px;background:#f4f5f7;color:#1b1f24}"
                    + "main{max-width:560px}@media(prefers-color-scheme:dark){body{background:#0e1116;color:#eceff4}}";

    private final HttpServer server;
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final Queue<Failure> failures = new ConcurrentLinkedQueue<>();
    private volatile String offered;
    private volatile String pending = "{\"offers\":[]}";
    private volatile String finished = "";

    private record Failure(int status, String retryAfter, String problem) {}

    StubService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "stub-service");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A page of another origin than the service: the same server by another name. */
    String shop() {
        return url().replace("127.0.0.1", "localhost") + "/shop";
    }

    /** Offers a survey from the test's resources. */
    void offers(String survey) {
        offersText(text("/surveys/" + survey + ".json"));
    }

    void offersText(String survey) {
        offered =
                """
                {"offered":true,"id":"%s","token":"offer-token","language":"en","expiresAt":"2099-01-01T00:00:00Z","survey":%s}"""
                        .formatted(OFFER, survey);
    }

    void offersNothing(String reason) {
        offered = "{\"offered\":false,\"reason\":\"%s\"}".formatted(reason);
    }

    void hasPending() {
        pending = "{\"offers\":[" + offered + "]}";
    }

    void finishesWith(String body) {
        finished = body;
    }

    /** Answers the next word about an offer so. */
    void fails(int status, String retryAfter, String problem) {
        failures.add(new Failure(status, retryAfter, problem));
    }

    /** What was told and heard, each as method, path below the offer and body. */
    List<String> told() {
        return List.copyOf(told);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getResponseHeaders();
            headers.set("Access-Control-Allow-Origin", "*");
            headers.set("Access-Control-Allow-Headers", "authorization, content-type, offer-token, traceparent");
            headers.set("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE");
            headers.set("Access-Control-Expose-Headers", "Retry-After");
            String path = exchange.getRequestURI().getPath();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String method = exchange.getRequestMethod();
            if (path.startsWith("/shop")) {
                headers.set(
                        "Content-Security-Policy",
                        "default-src 'none'; base-uri 'none'; require-trusted-types-for 'script'; style-src 'self' 'nonce-n0'; script-src "
                                + url() + "; connect-src " + url());
                boolean css = path.endsWith(".css");
                send(exchange, 200, css ? "text/css" : "text/html", css ? CSS : HTML.formatted(url()));
            } else if (method.equals("OPTIONS")) {
                send(exchange, 204, "text/plain", "");
            } else if (path.equals("/deskpulse.js")) {
                send(exchange, 200, "text/javascript;charset=utf-8", text("/widget/deskpulse.js"));
            } else if (path.equals("/v1/offers/pending")) {
                send(exchange, 200, "application/json", pending);
            } else if (path.equals("/v1/offers")) {
                send(exchange, 201, "application/json", offered);
            } else {
                word(
                        exchange,
                        method + " " + path.replaceFirst("^/v1/offers/[^/]+", "") + (body.isEmpty() ? "" : " " + body));
            }
        }
    }

    private void word(HttpExchange exchange, String word) throws IOException {
        Failure failure = failures.poll();
        if (failure != null) {
            if (failure.retryAfter() != null) {
                exchange.getResponseHeaders().set("Retry-After", failure.retryAfter());
            }
            send(
                    exchange,
                    failure.status(),
                    "application/problem+json",
                    "{\"type\":\"urn:deskpulse:problem:" + failure.problem() + "\"}");
            return;
        }
        told.add(word);
        boolean content = word.startsWith("POST /finish") && !finished.isEmpty();
        send(exchange, content ? 200 : 204, "application/json", content ? finished : "");
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    static String text(String resource) {
        try (InputStream in = StubService.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
