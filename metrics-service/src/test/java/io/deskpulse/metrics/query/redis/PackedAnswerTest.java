package io.deskpulse.metrics.query.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.metrics.counting.redis.RedisForTests;
import io.vertx.redis.client.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads what the Lua of a real Redis packs. */
class PackedAnswerTest {
    private final RedisForTests redis = RedisForTests.shared();

    @ParameterizedTest
    @ValueSource(ints = {1, 31, 32, 255, 256, 65_535, 65_536, 200_000})
    void aStringOfAnyLengthIsRead(int length) {
        PackedAnswer answer = packed("{string.rep('x', " + length + "), 'end'}");

        assertThat(answer.array()).isEqualTo(2);
        assertThat(answer.string()).hasSize(length).containsOnly('x');
        assertThat(answer.string()).asString().isEqualTo("end");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 15, 16, 65_535, 65_536})
    void anArrayOfAnyLengthIsRead(int length) {
        PackedAnswer answer =
                packed("(function() local a = {} for i = 1, " + length + " do a[i] = tostring(i) end return a end)()");

        assertThat(answer.array()).isEqualTo(length);
        for (int i = 1; i <= length; i++) {
            assertThat(answer.string()).asString().isEqualTo(Integer.toString(i));
        }
    }

    @Test
    void whatIsNotThereAndWhatIsEmptyAreTold() {
        PackedAnswer answer = packed("{false, {}, redis.call('HGETALL', 'nothing'), ''}");

        assertThat(answer.array()).isEqualTo(4);
        assertThat(answer.string()).isNull();
        assertThat(answer.array()).isZero();
        assertThat(answer.array()).isZero();
        assertThat(answer.string()).isEmpty();
    }

    @Test
    void somethingElseIsRefused() {
        PackedAnswer answer = packed("7");

        assertThatThrownBy(answer::array).isInstanceOf(IllegalStateException.class);
    }

    private PackedAnswer packed(String expression) {
        return new PackedAnswer(redis.send(Command.EVAL, "return cmsgpack.pack(" + expression + ")", "0")
                .toBytes());
    }
}
