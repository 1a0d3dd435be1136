package io.deskpulse.metrics.query.redis;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Reads the watermark of a partition, a subject and any number of blocks in one step: nothing is written between them, so
 * that a numerator and its denominator reflect the same position. One command with one slot on a cluster. The answer is
 * one string of MessagePack, since a day by the minute has some ten thousand parts, and the client makes objects of each.
 */
final class ReadScript {
    private static final String SOURCE =
            """
            local found = {redis.call('HGET', KEYS[1], 'watermark'), redis.call('GET', KEYS[2])}
            for i = 3, #KEYS do
              found[i] = redis.call('HGETALL', KEYS[i])
            end
            return cmsgpack.pack(found)
            """;

    private static final String DIGEST = digest();

    private ReadScript() {}

    /** Runs it; sends its source where Redis does not know it. */
    static Future<Response> run(RedisConnection connection, List<String> keys) {
        return connection
                .send(request(Command.EVALSHA, DIGEST, keys))
                .recover(fault -> String.valueOf(fault.getMessage()).startsWith("NOSCRIPT")
                        ? connection.send(request(Command.EVAL, SOURCE, keys))
                        : Future.failedFuture(fault));
    }

    private static Request request(Command command, String script, List<String> keys) {
        Request request = Request.cmd(command).arg(script).arg(keys.size());
        keys.forEach(request::arg);
        return request;
    }

    private static String digest() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(SOURCE.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("a JVM without SHA-1", e);
        }
    }
}
