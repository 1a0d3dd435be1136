package io.deskpulse.alerting.alert;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long what is over is kept. */
@ConfigMapping(prefix = "deskpulse.alerting.history")
public interface HistorySettings {
    /** How long changes of alerts are kept, and alerts that have become normal. */
    @WithDefault("90d")
    Duration keep();

    /** How often it is looked for what is older. */
    @WithDefault("10m")
    Duration every();

    /** How many are deleted at once, so that nobody waits for long. */
    @WithDefault("5000")
    int batch();
}
