package io.deskpulse.alerting.outgoing.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.alerting.outgoing.HostNames;
import io.deskpulse.alerting.outgoing.OutgoingSettings;
import io.deskpulse.alerting.outgoing.Post;
import io.deskpulse.alerting.outgoing.Reply;
import io.deskpulse.alerting.outgoing.Rules;
import io.deskpulse.kit.tracing.Tracing;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PfxOptions;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardedClientTest {
    private static final String PASSWORD = "test-only";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    static Path folder;

    private static Vertx vertx;

    private final List<String> arrived = new CopyOnWriteArrayList<>();
    private final List<GuardedClient> clients = new ArrayList<>();

    @BeforeAll
    static void makeACertificateForHooksExample() throws Exception {
        vertx = Vertx.vertx();
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "hooks",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=hooks.example",
                        "-ext",
                        "san=dns:hooks.example",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        certificate())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    @AfterAll
    static void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @AfterEach
    void close() {
        clients.forEach(GuardedClient::close);
    }

    @Test
    void connectsToTheCheckedAddressAndVerifiesTheName() throws Exception {
        int port = server("127.0.0.1", true, this::thank);
        Reply reply = client(Rules.allowing("127.0.0.1/32"), local("127.0.0.1"))
                .post(to("https://hooks.example:" + port + "/alerts?key=1"));

        assertThat(reply).isEqualTo(new Reply.Answered(200, Optional.empty(), "thanks"));
        assertThat(arrived)
                .containsExactly("127.0.0.1 POST /alerts?key=1 hooks.example:" + port + " hooks.example {\"a\":1}");
    }

    @Test
    void certificateOfAnotherNameIsRefused() throws Exception {
        int port = server("127.0.0.1", true, this::thank);

        Reply reply = client(Rules.allowing("127.0.0.1/32"), local("127.0.0.1"))
                .post(to("https://other.example:" + port + "/"));

        assertThat(reply).isEqualTo(new Reply.Failed("tls-failed"));
        assertThat(arrived).isEmpty();
    }

    @Test
    void certificateThatNobodyVouchesForIsRefused() throws Exception {
        int port = server("127.0.0.1", true, this::thank);
        GuardedClient plain = opened(new GuardedClient(
                vertx, Rules.allowing("127.0.0.1/32").guard(local("127.0.0.1")), Rules.strict(), CLOCK, Tracing.OFF));

        assertThat(plain.post(to("https://hooks.example:" + port + "/"))).isEqualTo(new Reply.Failed("tls-failed"));
        assertThat(arrived).isEmpty();
    }

    @Test
    void nameThatLeadsElsewhereAMomentLaterIsNotFollowedThere() throws Exception {
        int port = server("127.0.0.1", false, this::thank);
        vertxServer("127.0.0.66", port, false, this::thank);
        AtomicInteger asked = new AtomicInteger();
        HostNames changing =
                host -> List.of(InetAddress.getByName(asked.getAndIncrement() == 0 ? "127.0.0.1" : "127.0.0.66"));
        GuardedClient client = client(Rules.allowing("127.0.0.1/32"), changing);

        assertThat(client.post(to("http://rebinding.example:" + port + "/"))).isInstanceOf(Reply.Answered.class);
        assertThat(asked).hasValue(1);
        assertThat(arrived).hasSize(1).allMatch(request -> request.startsWith("127.0.0.1 "));

        assertThat(client.post(to("http://rebinding.example:" + port + "/")))
                .isEqualTo(new Reply.Refused("address-not-allowed"));
        assertThat(arrived).hasSize(1);
    }

    @Test
    void redirectIsNotFollowed() throws Exception {
        int port = server("127.0.0.66", false, this::thank);
        int redirecting = server("127.0.0.1", false, request -> request.response()
                .setStatusCode(307)
                .putHeader("Location", "http://127.0.0.66:" + port + "/")
                .end());

        Reply reply = client(Rules.allowing("127.0.0.1/32"), local("127.0.0.1"))
                .post(to("http://hooks.example:" + redirecting + "/"));

        assertThat(reply).isEqualTo(new Reply.Answered(307, Optional.empty(), ""));
        assertThat(arrived).isEmpty();
    }

    @Test
    void addressThatTakesNoConnectionGivesWayToTheNext() throws Exception {
        int port = server("127.0.0.1", false, this::thank);

        Reply reply = client(Rules.allowing("127.0.0.0/8"), local("127.0.0.66", "127.0.0.1"))
                .post(to("http://hooks.example:" + port + "/"));

        assertThat(reply).isInstanceOf(Reply.Answered.class);
    }

    @Test
    void serverThatDoesNotAnswerIsGivenUp() throws Exception {
        int port = server("127.0.0.1", false, request -> arrived.add("asked"));

        Reply reply = client(Rules.allowing("127.0.0.1/32").within(Duration.ofMillis(500)), local("127.0.0.1"))
                .post(to("http://hooks.example:" + port + "/"));

        assertThat(reply).isEqualTo(new Reply.Failed("timeout"));
        assertThat(arrived).containsExactly("asked");
    }

    @Test
    void connectionThatBreaksIsToldFromOneThatWasNotTaken() throws Exception {
        int port = server("127.0.0.1", false, request -> request.connection().close());

        Reply reply = client(Rules.allowing("127.0.0.1/32"), local("127.0.0.1"))
                .post(to("http://hooks.example:" + port + "/"));

        assertThat(reply).isEqualTo(new Reply.Failed("connection-lost"));
    }

    @Test
    void resolverThatDoesNotAnswerIsGivenUp() {
        HostNames slow = host -> {
            try {
                TimeUnit.SECONDS.sleep(3);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new UnknownHostException();
        };

        assertThat(client(Rules.strict().within(Duration.ofMillis(200)), slow).post(to("https://slow.example/")))
                .isEqualTo(new Reply.Failed("timeout"));
    }

    @Test
    void endlessAnswerIsReadToItsLimit() throws Exception {
        int port = server("127.0.0.1", false, request -> {
            request.response().setChunked(true);
            vertx.setPeriodic(1, timer -> {
                if (request.response().closed()) {
                    vertx.cancelTimer(timer);
                } else {
                    request.response().write("x".repeat(300));
                }
            });
        });

        Reply reply = client(Rules.allowing("127.0.0.1/32"), local("127.0.0.1"))
                .post(to("http://hooks.example:" + port + "/"));

        assertThat(reply).isEqualTo(new Reply.Answered(200, Optional.empty(), "x".repeat(1024)));
    }

    @Test
    void whenToComeBackIsReadAsSecondsAndAsDate() throws Exception {
        int port = server("127.0.0.1", false, request -> request.response()
                .setStatusCode(503)
                .putHeader("Retry-After", request.path().substring(1).replace('_', ' '))
                .end());
        GuardedClient client = client(Rules.allowing("127.0.0.1/32"), local("127.0.0.1"));

        for (Map.Entry<String, Optional<Duration>> wait : Map.of(
                        "120", Optional.of(Duration.ofMinutes(2)),
                        "Sun,_01_Mar_2026_10:00:30_GMT", Optional.of(Duration.ofSeconds(30)),
                        "Sun,_01_Mar_2026_09:00:30_GMT", Optional.<Duration>empty(),
                        "99999999", Optional.of(Duration.ofHours(1)),
                        "soon", Optional.<Duration>empty())
                .entrySet()) {
            assertThat(client.post(to("http://hooks.example:" + port + "/" + wait.getKey())))
                    .isEqualTo(new Reply.Answered(503, wait.getValue(), ""));
        }
    }

    @Test
    void hostThatNobodyKnowsOrThatIsClosedMayBeThereLater() {
        HostNames none = host -> {
            throw new UnknownHostException(host);
        };

        assertThat(client(Rules.strict(), none).post(to("https://nobody.example/")))
                .isEqualTo(new Reply.Failed("host-unknown"));
        assertThat(client(Rules.allowing("127.0.0.1/32"), local("127.0.0.1")).post(to("http://closed.example:1/")))
                .isEqualTo(new Reply.Failed("connection-refused"));
    }

    private void thank(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            arrived.add(String.join(
                    " ",
                    request.localAddress().hostAddress(),
                    request.method().name(),
                    request.uri(),
                    request.getHeader("Host"),
                    String.valueOf(request.connection().indicatedServerName()),
                    body.toString()));
            request.response().end("thanks");
        });
    }

    private int server(String address, boolean secure, Handler<HttpServerRequest> handler) throws Exception {
        return vertxServer(address, 0, secure, handler);
    }

    private static int vertxServer(String address, int port, boolean secure, Handler<HttpServerRequest> handler)
            throws Exception {
        HttpServerOptions options = new HttpServerOptions()
                .setHost(address)
                .setPort(port)
                .setSsl(secure)
                .setSni(secure)
                .setKeyCertOptions(pfx());
        return vertx.createHttpServer(options)
                .requestHandler(handler)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS)
                .actualPort();
    }

    /** A client that trusts the test's certificate as though an authority had signed it. */
    private GuardedClient client(OutgoingSettings settings, HostNames names) {
        return opened(new GuardedClient(vertx, ((Rules) settings).guard(names), settings, CLOCK, Tracing.OFF) {
            @Override
            HttpClientOptions options() {
                return super.options().setTrustOptions(pfx());
            }
        });
    }

    private GuardedClient opened(GuardedClient client) {
        client.open();
        clients.add(client);
        return client;
    }

    private static HostNames local(String... addresses) {
        return host -> {
            List<InetAddress> all = new ArrayList<>();
            for (String address : addresses) {
                all.add(InetAddress.getByName(address));
            }
            return all;
        };
    }

    private static Post to(String url) {
        return new Post(url, Map.of(), "{\"a\":1}".getBytes(UTF_8));
    }

    private static PfxOptions pfx() {
        return new PfxOptions().setPath(certificate()).setPassword(PASSWORD);
    }

    private static String certificate() {
        return folder.resolve("hooks.p12").toString();
    }
}
