package io.deskpulse.ingest.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.ingest.ratelimit.Admission.Admitted;
import io.deskpulse.ingest.ratelimit.Admission.Refused;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
    private final Shared bucket = new Shared();
    private final Hand clock = new Hand();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final RateLimiter limiter =
            new RateLimiter(bucket, new Allowances(new Settings(), Map::of), new Settings(), clock, meters);

    @Test
    void asksTheSharedBucketOnceForManyRequests() {
        for (int i = 0; i < 20; i++) {
            assertThat(admit(1)).isInstanceOf(Admitted.class);
        }

        assertThat(bucket.asked).isEqualTo(1);
    }

    @Test
    void refusesWhenTheBucketGivesNothing() {
        bucket.tokens = 5;

        Admission admission = admit(10);

        assertThat(admission).isEqualTo(new Refused(new Allowance(1_000, 2_000), 5, Duration.ofMillis(70)));
    }

    @Test
    void letsEverythingPassWhileTheBucketIsAwayAndCountsIt() {
        bucket.away = true;

        assertThat(admit(10)).isInstanceOf(Admitted.class);
        assertThat(admit(7)).isInstanceOf(Admitted.class);

        assertThat(limiter.unchecked()).isTrue();
        assertThat(bucket.asked).as("asked again only after the pause").isEqualTo(1);
        assertThat(meters.get("deskpulse.ingest.rate.limit.unchecked").counter().count())
                .isEqualTo(17);
    }

    @Test
    void asksAgainAfterThePause() {
        bucket.away = true;
        admit(10);
        bucket.away = false;
        bucket.tokens = 0;
        clock.millis += 1_000;

        assertThat(admit(10)).isInstanceOf(Refused.class);
    }

    private Admission admit(int events) {
        return limiter.admit("demo", events).await().atMost(Duration.ofSeconds(5));
    }

    private static final class Shared implements Bucket {
        private long tokens = 2_000;
        private boolean away;
        private int asked;

        @Override
        public Uni<Grant> take(String tenant, Allowance allowance, long needed, long wanted) {
            asked++;
            if (away) {
                return Uni.createFrom().failure(new IllegalStateException("away"));
            }
            if (tokens < needed) {
                return Uni.createFrom().item(new Grant(0, tokens, 70));
            }
            long granted = Math.min(tokens, wanted);
            tokens -= granted;
            return Uni.createFrom().item(new Grant(granted, tokens, 0));
        }
    }

    private static final class Settings implements RateLimitSettings {
        @Override
        public long eventsPerSecond() {
            return 1_000;
        }

        @Override
        public long burst() {
            return 2_000;
        }

        @Override
        public Duration patience() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration pause() {
            return Duration.ofSeconds(1);
        }
    }

    private static final class Hand extends Clock {
        private long millis;

        @Override
        public long millis() {
            return millis;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(millis);
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
