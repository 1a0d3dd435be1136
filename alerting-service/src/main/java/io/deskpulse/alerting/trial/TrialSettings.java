package io.deskpulse.alerting.trial;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How rules are tried. */
@ConfigMapping(prefix = "deskpulse.alerting.trial")
public interface TrialSettings {
    /** How long a trial may take. */
    @WithDefault("20s")
    Duration longest();

    /** How far back a trial may go; the topic of measurements holds two days by default. */
    @WithDefault("48h")
    Duration reach();
}
