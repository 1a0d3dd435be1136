package io.deskpulse.alerting.alert;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long what is over is kept. */
@ConfigMapping(prefix = "deskpulse.alerting.history")
public interface HistorySettings {
    /** Changes of alerts, and alerts that have been normal for so long. */
    @WithDefault("90d")
    Duration keep();

    /** How often old ones are looked for. */
    @WithDefault("10m")
    Duration every();

    /** How many are deleted at once, so that nobody waits for long. */
    @WithDefault("5000")
    int batch();
}
