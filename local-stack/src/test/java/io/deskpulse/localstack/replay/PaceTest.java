package io.deskpulse.localstack.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Instant FIRST = Instant.parse("2026-11-06T00:00:00Z");
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-21T00:00:00Z"), ZoneOffset.UTC);

    @Test
    void anEventIsDueAtItsOwnDistanceDividedByTheSpeed() {
        var pace = new Pace(OptionalDouble.of(60), FIRST, NOW);

        assertThat(pace.until(FIRST.plusSeconds(120))).isEqualTo(Duration.ofSeconds(2));
        assertThat(pace.until(FIRST.minusSeconds(5))).isZero();
    }

    @Test
    void withoutASpeedEverythingIsDueAtOnce() {
        assertThat(new Pace(OptionalDouble.empty(), FIRST, NOW).until(FIRST.plusSeconds(1_000)))
                .isZero();
    }
}
