package io.deskpulse.alerting.route;

import java.time.Instant;
import java.util.Optional;

/** The routing of each tenant, every version as it was written. Calls block; thread-safe. */
public interface Routings {
    /** The newest version; {@link Routing#STANDARD} where the tenant has none. */
    Routing of(String tenant);

    /** The newest version as it was written. */
    Optional<Written> written(String tenant);

    /** Writes the version after the one seen, 0 for none, if that is still the newest; whether it did. */
    boolean write(String tenant, long seen, String json, String actor, Instant now);

    /**
     * A document.
     *
     * @param json without its version
     */
    record Written(long version, String json) {}
}
