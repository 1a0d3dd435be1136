package io.deskpulse.alerting.text;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.ZoneId;
import java.util.Optional;

/** What alerts say besides what their rules do. */
@ConfigMapping(prefix = "deskpulse.alerting.text")
public interface TextSettings {
    /** Where the clocks are by which times are told. */
    @WithDefault("UTC")
    ZoneId zone();

    /** Where people find the console; alerts link to it where it is given. */
    Optional<URI> console();
}
