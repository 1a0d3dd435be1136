package io.deskpulse.metrics.counting.redis;

import io.deskpulse.localstack.node.RedisNode;
import io.deskpulse.localstack.process.Ports;
import io.deskpulse.metrics.cell.Keys;
import io.deskpulse.metrics.counting.PartitionStore;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.ProtocolVersion;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A real Redis of its own for tests of what is stored. One for the JVM; each partition number is given out once. */
public final class RedisForTests {
    private static final AtomicInteger PARTITIONS = new AtomicInteger(100);
    private static final RedisForTests SHARED = start();

    private final RedisCalls calls;

    private RedisForTests(Redis redis) {
        this.calls = new RedisCalls(redis, Duration.ofSeconds(30));
    }

    public static RedisForTests shared() {
        return SHARED;
    }

    /** Keys that nobody has used. */
    public static Keys freshKeys() {
        return Keys.of(PARTITIONS.getAndIncrement(), 1);
    }

    public PartitionStore store(Keys keys) {
        return new RedisPartitionStore(calls, keys, Duration.ofDays(1), true);
    }

    /** Sends any command. */
    public Response send(Command command, String... arguments) {
        Request request = Request.cmd(command);
        List.of(arguments).forEach(request::arg);
        return calls.all(List.of(request)).get(0);
    }

    private static RedisForTests start() {
        try {
            Path folder = Files.createTempDirectory("deskpulse-redis-");
            RedisNode node = new RedisNode(Ports.free(), folder, folder.resolve("redis.log"));
            node.start();
            Runtime.getRuntime().addShutdownHook(new Thread(node::stop));
            return new RedisForTests(Redis.createClient(
                    Vertx.vertx(),
                    new RedisOptions()
                            .setConnectionString("redis://" + Ports.HOST + ":" + node.port())
                            .setPreferredProtocolVersion(ProtocolVersion.RESP2)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
