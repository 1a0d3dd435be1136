package io.deskpulse.alerting.alert.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How changes are told to those who listen. */
@ConfigMapping(prefix = "deskpulse.alerting.stream")
public interface StreamSettings {
    /** How many may listen to one instance. */
    @WithDefault("100")
    int listeners();

    /** How often it is looked for changes, for each listener. */
    @WithDefault("500ms")
    Duration lookEvery();

    /** How often something is sent while nothing changes; below the idle limits of common proxies. */
    @WithDefault("15s")
    Duration heartbeat();
}
