package io.deskpulse.ingest.ratelimit;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says when the limit is not enforced. Ready all the same: events pass. */
@Readiness
@Singleton
class RateLimitHealth implements HealthCheck {
    private final RateLimiter limiter;

    RateLimitHealth(RateLimiter limiter) {
        this.limiter = limiter;
    }

    @Override
    public HealthCheckResponse call() {
        String state = limiter.unchecked() ? "not enforced: Redis does not answer; events pass unchecked" : "enforced";
        return HealthCheckResponse.named("rate limit")
                .up()
                .withData("state", state)
                .build();
    }
}
