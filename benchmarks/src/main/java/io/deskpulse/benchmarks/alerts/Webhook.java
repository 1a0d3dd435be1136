package io.deskpulse.benchmarks.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.deskpulse.localstack.process.Ports;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes notifications in Alertmanager's form and remembers when each group's firing came first. Thread-safe. */
public final class Webhook implements AutoCloseable {
    private static final Pattern FIRING = Pattern.compile("\"status\"\\s*:\\s*\"firing\"");
    private static final Pattern GROUP = Pattern.compile("\"variant\"\\s*:\\s*\"([^\"]+)\"");

    private final HttpServer server;
    private final Map<String, Long> firstNanos = new ConcurrentHashMap<>();

    public Webhook() throws IOException {
        server = HttpServer.create(new InetSocketAddress(Ports.HOST, 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(2));
        server.createContext("/", this::take);
        server.start();
    }

    public String url() {
        return "http://" + Ports.HOST + ":" + server.getAddress().getPort() + "/hook";
    }

    /** Milliseconds from a moment of {@link System#nanoTime()} to the first notification that a group fires; waits for it. */
    public double await(String group, long sinceNanos, int mostSeconds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(mostSeconds);
        while (!firstNanos.containsKey(group)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("no notification of " + group + " in " + mostSeconds + " s");
            }
            TimeUnit.MILLISECONDS.sleep(2);
        }
        return (firstNanos.get(group) - sinceNanos) / 1e6;
    }

    private void take(HttpExchange exchange) throws IOException {
        long now = System.nanoTime();
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        if (FIRING.matcher(body).find()) {
            Matcher group = GROUP.matcher(body);
            while (group.find()) {
                firstNanos.putIfAbsent(group.group(1), now);
            }
        }
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
