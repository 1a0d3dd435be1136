package io.deskpulse.survey.moment;

import io.quarkus.arc.Arc;
import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The time by which everything is decided: now, or within a request the moment that it tells of. So past answers are
 * brought in by the same rules, as they would have been decided then. Thread-safe.
 */
@Singleton
@DefaultBean
public class RequestClock extends Clock {
    private final Moment moment;

    protected RequestClock(Moment moment) {
        this.moment = moment;
    }

    @Override
    public final Instant instant() {
        boolean inRequest = Arc.container().requestContext().isActive();
        return inRequest ? moment.told().orElseGet(this::now) : now();
    }

    /** The time of the wall clock. */
    protected Instant now() {
        return Instant.now();
    }

    @Override
    public final ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public final Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("everything is decided in UTC");
    }
}
