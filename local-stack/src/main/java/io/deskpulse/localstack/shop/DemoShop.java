package io.deskpulse.localstack.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.deskpulse.localstack.process.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A web shop with a chat that asks its customers with the widget: a page to show, on an origin of its own as real shops are. Its
 * server talks to Deskpulse as a chat platform and a shop's back office would. Listens on this machine alone. Thread-safe.
 */
public final class DemoShop implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 10_000;

    private final HttpServer server;
    private final ExecutorService workers = Executors.newFixedThreadPool(8, DemoShop::daemon);
    private final URI origin;
    private final Pages pages;
    private final Chats chats;
    private final DemoSurveys surveys;
    private final Score score;

    private DemoShop(HttpServer server, ShopSettings settings, Clock clock) {
        this.server = server;
        this.origin = origin(server.getAddress().getPort());
        var tokens = settings.tokens();
        this.pages = new Pages(settings.survey().toString(), tokens.answering());
        this.chats = new Chats(new JsonClient(settings.ingest(), tokens.sending()), clock);
        this.surveys = new DemoSurveys(new JsonClient(settings.survey(), tokens.managing()));
        this.score = new Score(new JsonClient(settings.metrics(), tokens.reading()), clock);
    }

    /** The origin of a shop on this port, to which its token is to be bound. */
    public static URI origin(int port) {
        return URI.create("http://localhost:" + port);
    }

    /** Opens it. Its surveys are made when its page is first asked for. */
    public static DemoShop open(int port, ShopSettings settings, Clock clock) {
        try {
            var server = HttpServer.create(new InetSocketAddress(Ports.HOST, port), 0);
            var shop = new DemoShop(server, settings, clock);
            server.setExecutor(shop.workers);
            server.createContext("/", shop::serve);
            server.start();
            return shop;
        } catch (IOException e) {
            throw new UncheckedIOException("the demo shop cannot listen on port " + port, e);
        }
    }

    /** Where its page is. */
    public URI address() {
        return origin;
    }

    public int port() {
        return origin.getPort();
    }

    private void serve(HttpExchange exchange) {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var get = exchange.getRequestMethod().equals("GET");
            if (!ours(exchange)) {
                send(exchange, 403, "text/plain", "not from here".getBytes(StandardCharsets.UTF_8));
            } else if (get && pages.has(path)) {
                send(exchange, 200, pages.type(path), pages.bytes(path));
            } else {
                answer(exchange, (get ? "GET " : "POST ") + path);
            }
        } catch (IOException gone) {
            // the browser did not wait
        }
    }

    /** Other sites must not talk to Deskpulse through this server, neither by a form nor by a name that leads here. */
    private boolean ours(HttpExchange exchange) {
        var headers = exchange.getRequestHeaders();
        var from = headers.getFirst("Origin");
        return origin.getAuthority().equals(headers.getFirst("Host"))
                && (exchange.getRequestMethod().equals("GET")
                        ? from == null || from.equals(origin.toString())
                        : origin.toString().equals(from));
    }

    private void answer(HttpExchange exchange, String wanted) throws IOException {
        try {
            var body = exchange.getRequestBody().readNBytes(LONGEST);
            var result = act(wanted, body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body));
            send(exchange, result == null ? 404 : 200, "application/json", JSON.writeValueAsBytes(result));
        } catch (ServiceFailed | IllegalArgumentException e) {
            var status = e instanceof ServiceFailed ? 502 : 400;
            send(exchange, status, "application/json", JSON.writeValueAsBytes(Map.of("problem", e.getMessage())));
        }
    }

    private Object act(String wanted, JsonNode said) {
        return switch (wanted) {
            case "GET /surveys" -> surveys.ids();
            case "GET /score" -> score.now();
            case "POST /chats" -> begin(said.path("language").asText("en"));
            case "POST /messages" ->
                Map.of("text", chats.answer(chat(said), said.path("text").asText()));
            case "POST /escalations" -> Map.of("text", chats.escalate(chat(said)));
            case "POST /ends" -> {
                chats.end(chat(said));
                yield Map.of();
            }
            case "POST /links" -> link(said);
            default -> null;
        };
    }

    private Object begin(String language) {
        var chat = chats.begin(language);
        return Map.of(
                "conversation", chat.id(), "customer", chat.customer(), "text", Replies.greeting(chat.language()));
    }

    private Object link(JsonNode said) {
        var chat = chat(said);
        return surveys.link(said.path("survey").asText(), chat.id(), chat.customer(), chat.language());
    }

    private Chats.Chat chat(JsonNode said) {
        return chats.find(said.path("conversation").asText());
    }

    private void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type);
        headers.set("Content-Security-Policy", pages.policy());
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "demo-shop");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
