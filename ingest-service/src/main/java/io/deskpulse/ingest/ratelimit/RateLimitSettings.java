package io.deskpulse.ingest.ratelimit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much each tenant may send, unless {@code deskpulse.ingest.tenants.<tenant>} says otherwise. */
@ConfigMapping(prefix = "deskpulse.ingest.rate-limit")
public interface RateLimitSettings {
    /** Events a second for long. */
    @WithDefault("50000")
    long eventsPerSecond();

    /** Events at once. */
    @WithDefault("100000")
    long burst();

    /** How long the shared bucket may take to answer; after that events pass unchecked. */
    @WithDefault("200ms")
    Duration patience();

    /** How long events pass unchecked before the shared bucket is asked again. */
    @WithDefault("1s")
    Duration pause();
}
