package io.deskpulse.localstack.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.deskpulse.localstack.process.Ports;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The shop's server, in front of services that agree to everything. */
class DemoShopTest {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private HttpServer services;
    private DemoShop shop;

    @BeforeEach
    void open() throws IOException {
        services = HttpServer.create(new InetSocketAddress(Ports.HOST, 0), 0);
        services.createContext("/", this::agree);
        services.start();
        var base =
                URI.create("http://" + Ports.HOST + ":" + services.getAddress().getPort());
        var tokens = new ShopSettings.Tokens("sending", "answering", "managing", "reading");
        shop = DemoShop.open(Ports.free(), new ShopSettings(base, base, base, tokens), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        shop.close();
        services.stop(0);
    }

    @Test
    void thePageHoldsTheTokenToAnswerAndNoOther() throws Exception {
        var page = http.send(request("/").build(), HttpResponse.BodyHandlers.ofString());

        assertThat(page.body()).contains("data-token=\"answering\"").doesNotContain("sending", "managing", "reading");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
    }

    @Test
    void whatIsSaidBecomesEventsOfTheConversation() throws Exception {
        var begun = post("/chats", "{\"language\":\"zh-CN\"}", shop.address().toString());
        var conversation = begun.body().replaceFirst(".*\"conversation\":\"([^\"]+)\".*", "$1");

        var answer = post(
                "/messages",
                "{\"conversation\":\"" + conversation + "\",\"text\":\"我想退货\"}",
                shop.address().toString());

        assertThat(answer.body()).contains("30 天");
        assertThat(asked).hasSize(2);
        assertThat(asked.get(0)).contains("Bearer sending", "conversation.started", "\"zh-CN\"", conversation);
        assertThat(asked.get(1)).contains("\"from\":\"customer\"", "\"from\":\"bot\"", "\"topic\":\"returns\"");
    }

    @Test
    void pagesOfOtherOriginsHaveNoSay() throws Exception {
        assertThat(post("/chats", "{}", "https://evil.example").statusCode()).isEqualTo(403);
        assertThat(http.send(
                                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + shop.port() + "/"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(403);
        assertThat(asked).isEmpty();
    }

    @Test
    void aServiceThatDoesNotAnswerIsSaidSo() throws Exception {
        services.stop(0);

        var begun = post("/chats", "{}", shop.address().toString());

        assertThat(begun.statusCode()).isEqualTo(502);
        assertThat(begun.body()).contains("no answer from");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(shop.address().resolve(path));
    }

    private HttpResponse<String> post(String path, String body, String origin) throws Exception {
        return http.send(
                request(path)
                        .header("Origin", origin)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private void agree(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(exchange.getRequestHeaders().getFirst("Authorization") + " " + body);
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("{}".getBytes(StandardCharsets.UTF_8));
        }
    }
}
