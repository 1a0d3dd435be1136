package io.deskpulse.alerting.receiver;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** How receivers are kept. */
@ConfigMapping(prefix = "deskpulse.alerting.receivers")
public interface ReceiverSettings {
    /**
     * A file of keys, {@code id:base64} of at least 32 bytes a line. The first seals secrets, all open them; re-read when it changes. Without it
     * no receiver can be made.
     */
    Optional<Path> keys();

    /** How many receivers a tenant may have. */
    @WithDefault("500")
    int perTenant();
}
