package io.deskpulse.alerting.outgoing.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.alerting.outgoing.HostNames;
import io.deskpulse.alerting.outgoing.OutgoingSettings;
import io.deskpulse.alerting.outgoing.Post;
import io.deskpulse.alerting.outgoing.Rules;
import io.deskpulse.kit.tracing.Tracing;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PfxOptions;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Servers of this machine in the place of others, one with a certificate for hooks.example, and clients that they lead to; for the tests that extend it. */
abstract class LocalServers {
    private static final String PASSWORD = "test-only";
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    static Path folder;

    static Vertx vertx;

    final List<String> arrived = new CopyOnWriteArrayList<>();
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

    void thank(HttpServerRequest request) {
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

    int server(String address, boolean secure, Handler<HttpServerRequest> handler) throws Exception {
        return vertxServer(address, 0, secure, handler);
    }

    static int vertxServer(String address, int port, boolean secure, Handler<HttpServerRequest> handler)
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
    GuardedClient client(OutgoingSettings settings, HostNames names) {
        return opened(new GuardedClient(vertx, ((Rules) settings).guard(names), settings, CLOCK, Tracing.OFF) {
            @Override
            HttpClientOptions options() {
                return super.options().setTrustOptions(pfx());
            }
        });
    }

    GuardedClient opened(GuardedClient client) {
        client.open();
        clients.add(client);
        return client;
    }

    static HostNames local(String... addresses) {
        return host -> {
            List<InetAddress> all = new ArrayList<>();
            for (String address : addresses) {
                all.add(InetAddress.getByName(address));
            }
            return all;
        };
    }

    static Post to(String url) {
        return new Post(url, Map.of(), "{\"a\":1}".getBytes(UTF_8));
    }

    private static PfxOptions pfx() {
        return new PfxOptions().setPath(certificate()).setPassword(PASSWORD);
    }

    private static String certificate() {
        return folder.resolve("hooks.p12").toString();
    }
}
