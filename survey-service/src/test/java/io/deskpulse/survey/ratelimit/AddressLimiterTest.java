package io.deskpulse.survey.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AddressLimiterTest {
    private final Hand clock = new Hand();
    private final AddressLimiter limiter = new AddressLimiter(new Two(), clock);

    @Test
    void addressMayAskABurstAtOnceAndThenWaits() {
        assertThat(limiter.take("a")).isEmpty();
        assertThat(limiter.take("a")).isEmpty();
        assertThat(limiter.take("a")).contains(Duration.ofMillis(500));
    }

    @Test
    void whatWasTurnedAwayTakesNothing() {
        limiter.take("a");
        limiter.take("a");
        for (int i = 0; i < 100; i++) {
            limiter.take("a");
        }

        clock.move(Duration.ofMillis(500));

        assertThat(limiter.take("a")).isEmpty();
        assertThat(limiter.take("a")).isPresent();
    }

    @Test
    void bucketFillsNoFurtherThanTheBurst() {
        limiter.take("a");
        clock.move(Duration.ofHours(1));

        assertThat(limiter.take("a")).isEmpty();
        assertThat(limiter.take("a")).isEmpty();
        assertThat(limiter.take("a")).isPresent();
    }

    @Test
    void addressesDoNotShare() {
        limiter.take("a");
        limiter.take("a");

        assertThat(limiter.take("b")).isEmpty();
    }

    private record Two() implements AddressSettings {
        @Override
        public int requestsPerSecond() {
            return 2;
        }

        @Override
        public int burst() {
            return 2;
        }

        @Override
        public int addresses() {
            return 10;
        }
    }

    private static final class Hand extends Clock {
        private Instant now = Instant.EPOCH;

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
