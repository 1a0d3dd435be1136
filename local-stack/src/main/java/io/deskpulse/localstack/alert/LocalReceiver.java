package io.deskpulse.localstack.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.deskpulse.localstack.process.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A webhook's receiver on this machine: takes bodies, and says whether their signatures are good (standardwebhooks.com). Thread-safe. */
final class LocalReceiver implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PREFIX = "whsec_";

    private final HttpServer server;
    private final Clock clock;
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private volatile byte[] secret = new byte[0];

    /** What came, when, and whether it is what was sent. */
    record Received(Instant at, JsonNode body, boolean genuine) {
        String status() {
            return body.path("status").asText();
        }
    }

    private LocalReceiver(HttpServer server, Clock clock) {
        this.server = server;
        this.clock = clock;
    }

    static LocalReceiver open(Clock clock) {
        try {
            var server = HttpServer.create(new InetSocketAddress(Ports.HOST, 0), 0);
            var receiver = new LocalReceiver(server, clock);
            server.createContext("/", receiver::take);
            server.start();
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException("no port to receive on", e);
        }
    }

    String url() {
        return "http://" + Ports.HOST + ":" + server.getAddress().getPort() + "/alerts";
    }

    /** Knows from now on what bodies are signed with. */
    void trust(String signingSecret) {
        secret = Base64.getDecoder().decode(signingSecret.replaceFirst("^" + PREFIX, ""));
    }

    /** The next body of that status; others are passed over. Throws where none comes in time. */
    Received await(String status, Duration longest) {
        var end = System.nanoTime() + longest.toNanos();
        try {
            while (true) {
                var next = received.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (next == null) {
                    throw new AlertTrialFailed("no " + status + " was received within " + longest.toSeconds() + " s");
                }
                if (next.status().equals(status)) {
                    return next;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AlertTrialFailed("interrupted");
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var at = clock.instant();
            var body = exchange.getRequestBody().readAllBytes();
            received.add(new Received(at, JSON.readTree(body), genuine(exchange.getRequestHeaders(), body)));
            exchange.sendResponseHeaders(204, -1);
        }
    }

    private boolean genuine(Headers headers, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update((headers.getFirst("webhook-id") + "." + headers.getFirst("webhook-timestamp") + ".")
                    .getBytes(UTF_8));
            var expected = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
            return MessageDigest.isEqual(
                    expected.getBytes(UTF_8),
                    String.valueOf(headers.getFirst("webhook-signature")).getBytes(UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
