package io.deskpulse.metrics.counting.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read by the Lua of a real Redis. */
class MessagePackTest {
    /** The packed bytes come as base 64, since the test's client sends text. */
    private static final String DECODE =
            """
            local letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
            local value, bits, packed = 0, 0, {}
            for letter in string.gmatch(ARGV[1], '[^=]') do
              value, bits = value * 64 + (string.find(letters, letter, 1, true) - 1), bits + 6
              if bits >= 8 then
                bits = bits - 8
                packed[#packed + 1] = string.char(math.floor(value / 2 ^ bits))
                value = value % 2 ^ bits
              end
            end
            local all = cmsgpack.unpack(table.concat(packed))
            """;

    private final RedisForTests redis = RedisForTests.shared();
    private final MessagePack pack = new MessagePack();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 16, 17, 255, 65_535, 65_536})
    void anArrayOfAnyLengthIsReadByRedis(int length) {
        // Given
        pack.array(length);
        for (int i = 1; i <= length; i++) {
            pack.string(i);
        }

        // When
        Response read = read("return {#all, all[#all], all[1]}");

        // Then
        assertThat(read.get(0).toInteger()).isEqualTo(length);
        if (length > 0) {
            assertThat(read.get(1).toInteger()).isEqualTo(length);
            assertThat(read.get(2).toInteger()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31, 32, 33, 255, 256, 65_535, 65_536, 100_000})
    void aStringOfAnyLengthIsReadByRedis(int length) {
        // Given bytes that are no text, between two others
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 31);
        }
        pack.array(2);
        pack.string(bytes);
        pack.string("é");

        // When
        Response read = read("return {#all[1], redis.sha1hex(all[1]), all[2]}");

        // Then
        assertThat(read.get(0).toInteger()).isEqualTo(length);
        assertThat(read.get(1).toString()).isEqualTo(sha1(bytes));
        assertThat(read.get(2).toString(UTF_8)).isEqualTo("é");
    }

    private Response read(String program) {
        String packed = Base64.getEncoder().encodeToString(pack.toBytes());
        return redis.send(Command.EVAL, DECODE + program, "0", packed);
    }

    private static String sha1(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
