package io.deskpulse.simulator.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IngestClientTest {
    private HttpServer server;
    private IngestClient client;
    private int status = 200;
    private String retryAfter;
    private String answer = "{}";
    private String asked;

    @BeforeEach
    void startService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/events", this::answer);
        server.start();
        client = new IngestClient(
                URI.create("http://localhost:" + server.getAddress().getPort()), "secret");
    }

    @AfterEach
    void stopService() {
        server.stop(0);
    }

    @Test
    void events_are_sent_as_lines_with_the_token() throws InterruptedException {
        assertThat(send()).isEqualTo(new Reply.Taken(0, null));
        assertThat(asked).isEqualTo("POST application/x-ndjson Bearer secret {}\n{}\n");
    }

    @Test
    void rejected_events_are_counted() throws InterruptedException {
        answer = "{\"results\":[{\"status\":\"accepted\"},{\"status\":\"rejected\",\"pointer\":\"/type\"}]}";

        assertThat(send()).isInstanceOfSatisfying(Reply.Taken.class, taken -> {
            assertThat(taken.rejected()).isEqualTo(1);
            assertThat(taken.reason()).contains("/type");
        });
    }

    @Test
    void busy_service_says_when_to_come_back() throws InterruptedException {
        status = 429;
        retryAfter = "3";

        assertThat(send()).isInstanceOfSatisfying(Reply.Later.class, later -> assertThat(later.after())
                .isEqualTo(Duration.ofSeconds(3)));
    }

    @Test
    void failing_service_is_tried_again() throws InterruptedException {
        status = 500;

        assertThat(send()).isInstanceOfSatisfying(Reply.Later.class, later -> assertThat(later.after())
                .isNull());
    }

    @Test
    void absent_service_is_tried_again() throws InterruptedException {
        server.stop(0);

        assertThat(send()).isInstanceOf(Reply.Later.class);
    }

    @Test
    void wrong_token_is_final() throws InterruptedException {
        status = 401;
        answer = "{\"detail\":\"The token has expired.\"}";

        assertThat(send()).isEqualTo(new Reply.Refused("401 The token has expired."));
    }

    private Reply send() throws InterruptedException {
        return client.send("{}\n{}\n".getBytes(UTF_8));
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked = String.join(
                " ",
                exchange.getRequestMethod(),
                exchange.getRequestHeaders().getFirst("Content-Type"),
                exchange.getRequestHeaders().getFirst("Authorization"),
                new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        if (retryAfter != null) {
            exchange.getResponseHeaders().set("Retry-After", retryAfter);
        }
        byte[] body = answer.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
