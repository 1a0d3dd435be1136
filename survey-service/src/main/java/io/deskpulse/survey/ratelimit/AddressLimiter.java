package io.deskpulse.survey.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * A token bucket for each client address, in the memory of this instance: what holds back one machine that asks too much need
 * not be exact over all instances, and must not cost a round trip. Thread-safe.
 */
@Singleton
public class AddressLimiter {
    private static final double MILLIS = 1_000;

    private final AddressSettings settings;
    private final Clock clock;
    private final Cache<String, Bucket> buckets;

    /** How much there was when. */
    private record Bucket(double tokens, long atMillis) {}

    AddressLimiter(AddressSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.buckets = Caffeine.newBuilder().maximumSize(settings.addresses()).build();
    }

    /** Takes one request of this address; says how long to wait where it has asked too much. */
    public Optional<Duration> take(String address) {
        long now = clock.millis();
        // One token less than nothing stands for a request that was turned away.
        Bucket after = buckets.asMap().compute(address, (unused, before) -> taken(before, now));
        return after.tokens >= 0
                ? Optional.empty()
                : Optional.of(
                        Duration.ofMillis((long) Math.ceil(-after.tokens * MILLIS / settings.requestsPerSecond())));
    }

    private Bucket taken(Bucket before, long now) {
        if (before == null) {
            return new Bucket(settings.burst() - 1.0, now);
        }
        // Whoever was turned away has taken nothing.
        double left = before.tokens < 0 ? before.tokens + 1 : before.tokens;
        double filled = left + Math.max(0, now - before.atMillis) * settings.requestsPerSecond() / MILLIS;
        return new Bucket(Math.min(settings.burst(), filled) - 1, now);
    }
}
