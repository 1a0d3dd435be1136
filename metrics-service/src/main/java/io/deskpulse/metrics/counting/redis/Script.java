package io.deskpulse.metrics.counting.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A Lua script of this service. Immutable. */
final class Script {
    private final byte[] source;
    private final byte[] digest;

    private Script(byte[] source) {
        this.source = source;
        this.digest = digestOf(source).getBytes(UTF_8);
    }

    /** The script of that name under {@code redis/} on the class path. */
    static Script named(String name) {
        try (InputStream in = Script.class.getResourceAsStream("/redis/" + name + ".lua")) {
            return new Script(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Calls it by its digest; Redis answers {@code NOSCRIPT} where it does not know it. */
    Request byDigest(List<byte[]> keys, List<byte[]> arguments) {
        return request(Command.EVALSHA, digest, keys, arguments);
    }

    /** Calls it by its source, which Redis remembers from then on. */
    Request bySource(List<byte[]> keys, List<byte[]> arguments) {
        return request(Command.EVAL, source, keys, arguments);
    }

    private static Request request(Command command, byte[] script, List<byte[]> keys, List<byte[]> arguments) {
        Request request = Request.cmd(command).arg(script).arg(keys.size());
        keys.forEach(request::arg);
        arguments.forEach(request::arg);
        return request;
    }

    private static String digestOf(byte[] source) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(source));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
