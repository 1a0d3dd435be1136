package io.deskpulse.alerting.alert.link;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What links to alerts look like. Without keys, or without {@code deskpulse.alerting.external-url}, none are made. */
@ConfigMapping(prefix = "deskpulse.alerting.links")
public interface LinkSettings {
    /** A file of keys, {@code id:base64} of at least 32 bytes a line. The first signs, all verify; re-read when it changes. */
    Optional<Path> keys();

    /** How long a link can be used. */
    @WithDefault("7d")
    Duration validity();
}
