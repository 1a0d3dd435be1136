package io.deskpulse.ingest.ratelimit;

import io.deskpulse.ingest.ratelimit.Admission.Admitted;
import io.deskpulse.ingest.ratelimit.Admission.Refused;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Lets each tenant send as much as its {@link Allowance} says, over all instances together. Tokens are taken from the shared
 * {@link Bucket} a chunk at a time, so that most requests wait for nobody. Where the bucket cannot be reached, everything
 * passes: losing the limit for a while is better than losing events. Thread-safe.
 */
@ApplicationScoped
public class RateLimiter {
    private static final Admitted ADMITTED = new Admitted();
    private static final Uni<Admission> AT_ONCE = Uni.createFrom().item(ADMITTED);

    private final Bucket bucket;
    private final Allowances allowances;
    private final Duration patience;
    private final Duration pause;
    private final Clock clock;
    private final Counter unchecked;
    private final Map<String, AtomicLong> leases = new ConcurrentHashMap<>();
    private volatile long uncheckedUntilMillis;

    RateLimiter(Bucket bucket, Allowances allowances, RateLimitSettings settings, Clock clock, MeterRegistry meters) {
        this.bucket = bucket;
        this.allowances = allowances;
        this.patience = settings.patience();
        this.pause = settings.pause();
        this.clock = clock;
        this.unchecked = Counter.builder("deskpulse.ingest.rate.limit.unchecked")
                .description("Events that passed without a look at the rate limit, because Redis was away")
                .register(meters);
    }

    /** Whether this tenant may send so many events now. Does not fail. */
    public Uni<Admission> admit(String tenant, int events) {
        AtomicLong lease = leases.computeIfAbsent(tenant, unknown -> new AtomicLong());
        if (takeFrom(lease, events)) {
            return AT_ONCE;
        }
        if (unchecked()) {
            return pass(events);
        }
        Allowance allowance = allowances.of(tenant);
        return bucket.take(tenant, allowance, events, events + allowance.chunk())
                .ifNoItem()
                .after(patience)
                .fail()
                .map(grant -> decide(lease, allowance, events, grant))
                .onFailure()
                .recoverWithUni(failure -> open(events));
    }

    /** Whether events pass unchecked at present. */
    public boolean unchecked() {
        return clock.millis() < uncheckedUntilMillis;
    }

    private static boolean takeFrom(AtomicLong lease, long events) {
        long left = lease.get();
        while (left >= events) {
            if (lease.compareAndSet(left, left - events)) {
                return true;
            }
            left = lease.get();
        }
        return false;
    }

    private static Admission decide(AtomicLong lease, Allowance allowance, int events, Bucket.Grant grant) {
        if (grant.granted() < events) {
            return new Refused(allowance, grant.remaining(), Duration.ofMillis(grant.waitMillis()));
        }
        lease.addAndGet(grant.granted() - events);
        return ADMITTED;
    }

    private Uni<Admission> open(int events) {
        uncheckedUntilMillis = clock.millis() + pause.toMillis();
        return pass(events);
    }

    private Uni<Admission> pass(int events) {
        unchecked.increment(events);
        return AT_ONCE;
    }
}
