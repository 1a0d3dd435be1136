package io.deskpulse.localstack.node;

import io.deskpulse.localstack.process.Command;
import io.deskpulse.localstack.process.Ports;
import io.deskpulse.localstack.process.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import redis.embedded.core.ExecutableProvider;

/** Redis as a child process, with an append-only file synced every second and no eviction, as in production. */
public final class RedisNode extends ProcessNode {

    private final int port;
    private final Path data;

    /** @param data folder of the append-only file */
    public RedisNode(int port, Path data, Path log) {
        this("redis", port, data, log, List.of());
    }

    /** @param settings further ones, as on the command line of {@code redis-server} */
    RedisNode(String name, int port, Path data, Path log, List<String> settings) {
        super(new ServiceProcess(new Command(name, arguments(port, data.toAbsolutePath(), settings), Map.of(), log)));
        this.port = port;
        this.data = data.toAbsolutePath();
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void start() {
        unpack();
        super.start();
    }

    private static List<String> arguments(int port, Path data, List<String> settings) {
        var arguments = new ArrayList<>(List.of(
                program().toString(),
                "--bind",
                Ports.HOST,
                "--port",
                String.valueOf(port),
                "--dir",
                data.toString(),
                "--appendonly",
                "yes",
                "--appendfsync",
                "everysec",
                "--maxmemory-policy",
                "noeviction",
                "--save",
                "",
                "--daemonize",
                "no"));
        arguments.addAll(settings);
        return arguments;
    }

    private static Path program() {
        return Programs.folder("redis-6.2").resolve("redis-server");
    }

    private void unpack() {
        try {
            Files.createDirectories(data);
            Files.createDirectories(program().getParent());
            if (!Files.isExecutable(program())) {
                var folder = Files.createTempDirectory(program().getParent(), "unpack-");
                var unpacked = ExecutableProvider.newJarResourceProvider(folder.toFile())
                        .get()
                        .toPath();
                // another JVM may do the same at this moment
                Files.move(unpacked, program(), StandardCopyOption.ATOMIC_MOVE);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack the Redis server into " + program(), e);
        }
    }

    @Override
    boolean answers() throws IOException {
        try (var socket = new Socket(Ports.HOST, port)) {
            socket.setSoTimeout(2_000);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            // while it loads its file it says -LOADING
            return new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII).equals("+PONG");
        }
    }
}
