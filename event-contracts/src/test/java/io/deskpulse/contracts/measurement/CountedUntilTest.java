package io.deskpulse.contracts.measurement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountedUntilTest {
    @Test
    void isReadAsItWasWritten() {
        CountedUntil until = new CountedUntil(1_795_000_000_123L, 3, 12, 1);

        assertThat(CountedUntil.in(until.bytes())).contains(until);
    }

    @Test
    void isToldFromMeasurementsAndRubbish() {
        assertThat(CountedUntil.in("{\"tenant\":\"shop\",\"partition\":3}".getBytes(UTF_8)))
                .isEmpty();
        assertThat(CountedUntil.in("{\"countedUntil\":soon}".getBytes(UTF_8))).isEmpty();
        assertThat(CountedUntil.in(new byte[0])).isEmpty();
        assertThat(CountedUntil.in(null)).isEmpty();
    }
}
