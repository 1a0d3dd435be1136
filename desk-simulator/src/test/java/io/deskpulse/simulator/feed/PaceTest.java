package io.deskpulse.simulator.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long NOW = 1_000_000;

    @Test
    void unbounded_speed_catches_up_at_once() {
        Pace pace = pace(0, NOW, Double.POSITIVE_INFINITY, NOW);

        assertThat(pace.now()).isEqualTo(NOW);
        assertThat(pace.isLive()).isTrue();
    }

    @Test
    void past_goes_by_at_its_speed() {
        Pace pace = pace(0, NOW, 60, NOW + 1_000);

        assertThat(pace.now()).isEqualTo(60_000);
        assertThat(pace.until(120_000)).isEqualTo(1_000);
        assertThat(pace.isLive()).isFalse();
    }

    @Test
    void desk_never_overtakes_the_real_time() {
        Pace pace = pace(NOW - 1_000, NOW, 60, NOW + 5_000);

        assertThat(pace.now()).isEqualTo(NOW + 5_000);
        assertThat(pace.until(NOW + 6_000)).isEqualTo(1_000);
    }

    @Test
    void speed_must_be_positive() {
        assertThatThrownBy(() -> pace(0, 0, 0, 0)).hasMessageContaining("speed");
    }

    private static Pace pace(long start, long started, double speed, long now) {
        return new Pace(start, started, speed, Clock.fixed(Instant.ofEpochMilli(now), ZoneOffset.UTC));
    }
}
