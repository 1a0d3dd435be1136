package io.deskpulse.endtoend.observability;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A receiver that notes the {@code traceparent} of each notification; empty for none. Thread-safe. */
final class Doorbell implements AutoCloseable {
    private final HttpServer server;
    private final List<String> traceparents = new CopyOnWriteArrayList<>();

    Doorbell() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/secret-path", exchange -> {
            try (exchange) {
                String header = exchange.getRequestHeaders().getFirst("traceparent");
                traceparents.add(header == null ? "" : header);
                exchange.sendResponseHeaders(204, -1);
            }
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/secret-path?key=secret-key";
    }

    List<String> traceparents() {
        return List.copyOf(traceparents);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
