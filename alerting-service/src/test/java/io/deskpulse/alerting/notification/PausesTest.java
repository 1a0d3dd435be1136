package io.deskpulse.alerting.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PausesTest {
    private final Pauses longest = new Pauses(TestSettings.standard(), () -> 0);
    private final Pauses shortest = new Pauses(TestSettings.standard(), () -> 0.999999);

    @Test
    void pausesDoubleUpToTheLongestLessUpToHalfByChance() {
        assertThat(longest.retry(1, Optional.empty())).isEqualTo(Duration.ofSeconds(2));
        assertThat(longest.retry(4, Optional.empty())).isEqualTo(Duration.ofSeconds(16));
        assertThat(longest.retry(1000, Optional.empty())).isEqualTo(Duration.ofMinutes(5));
        assertThat(shortest.retry(4, Optional.empty())).isBetween(Duration.ofSeconds(8), Duration.ofMillis(8001));
    }

    @Test
    void receiverIsLeftAloneAsLongAsItAsksUpToTheLongestAllowed() {
        assertThat(longest.retry(1, Optional.of(Duration.ofMinutes(10)))).isEqualTo(Duration.ofMinutes(10));
        assertThat(longest.retry(1, Optional.of(Duration.ofDays(3)))).isEqualTo(Duration.ofHours(1));
        assertThat(longest.retry(9, Optional.of(Duration.ofSeconds(1)))).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void refusedReceiverIsTriedAtTheNextIntervalsUpToTheRepetition() {
        assertThat(longest.refused(1, Duration.ofMinutes(1), Duration.ofHours(4)))
                .isEqualTo(Duration.ofMinutes(1));
        assertThat(longest.refused(3, Duration.ofMinutes(1), Duration.ofHours(4)))
                .isEqualTo(Duration.ofMinutes(4));
        assertThat(longest.refused(500, Duration.ofMinutes(1), Duration.ofHours(4)))
                .isEqualTo(Duration.ofHours(4));
    }
}
