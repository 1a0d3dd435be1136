package io.deskpulse.metrics.history.redis;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A Lua script beside this package's resources. Thread-safe. */
final class Script {
    private final String text;

    private Script(String text) {
        this.text = text;
    }

    static Script named(String name) {
        try (InputStream in = Script.class.getResourceAsStream("/history/" + name + ".lua")) {
            return new Script(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs it.
     *
     * @param arguments strings, numbers and byte arrays
     */
    Uni<Response> run(Redis redis, List<String> keys, List<?> arguments) {
        Request request = Request.cmd(Command.EVAL).arg(text).arg(keys.size());
        keys.forEach(request::arg);
        for (Object each : arguments) {
            if (each instanceof byte[] bytes) {
                request.arg(bytes);
            } else {
                request.arg(each.toString());
            }
        }
        return redis.send(request);
    }
}
