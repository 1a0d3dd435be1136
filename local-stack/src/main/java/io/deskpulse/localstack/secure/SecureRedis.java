package io.deskpulse.localstack.secure;

import io.deskpulse.localstack.node.Node;
import io.deskpulse.localstack.process.Command;
import io.deskpulse.localstack.process.Ports;
import io.deskpulse.localstack.process.ServiceProcess;
import io.deskpulse.localstack.token.SecretFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import redis.embedded.core.ExecutableProvider;

/** Redis that speaks nothing but TLS, and with nobody without a password. */
final class SecureRedis implements Node {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final int port;
    private final Path folder;
    private final List<String> settings;
    private ServiceProcess process;

    SecureRedis(int port, Path folder, Certificates certificates, Certificates.Identity identity, String password) {
        this.port = port;
        this.folder = folder.toAbsolutePath();
        this.settings = List.of(
                "port 0",
                "bind " + Ports.HOST,
                "tls-port " + port,
                "tls-cert-file " + identity.certificate(),
                "tls-key-file " + identity.key(),
                "tls-ca-cert-file " + certificates.authority(),
                "tls-auth-clients no",
                "requirepass " + password,
                "maxmemory-policy noeviction",
                "save \"\"",
                "daemonize no");
    }

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void start() {
        try {
            Files.createDirectories(folder);
            var file = folder.resolve("redis.conf");
            // not as arguments, which show in process lists
            SecretFile.write(file, String.join("\n", settings) + "\n");
            var program =
                    ExecutableProvider.newJarResourceProvider(folder.toFile()).get();
            process = new ServiceProcess(new Command(
                    name(),
                    List.of(program.getAbsolutePath(), file.toString()),
                    Map.of(),
                    folder.resolve("redis.log")));
            process.start().await(this::listens, LIMIT);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start Redis", e);
        }
    }

    @Override
    public void stop() {
        if (process != null) {
            process.close();
        }
    }

    private boolean listens() throws IOException {
        try (var socket = new Socket(Ports.HOST, port)) {
            return socket.isConnected();
        }
    }
}
