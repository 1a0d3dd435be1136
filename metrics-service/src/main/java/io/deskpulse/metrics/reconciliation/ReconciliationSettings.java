package io.deskpulse.metrics.reconciliation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How counters are compared with the log. */
@ConfigMapping(prefix = "deskpulse.metrics.reconciliation")
public interface ReconciliationSettings {
    /** How long one comparison may take: it reads the whole log. */
    @WithDefault("5m")
    Duration limit();

    /** How much older than the range the log must be for a range to be covered: longer than an episode lasts. */
    @WithDefault("4d")
    Duration warmUp();

    /** How many differences an answer shows. */
    @WithDefault("100")
    int shown();
}
