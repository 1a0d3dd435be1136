package io.deskpulse.metrics.folding.kinds;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import java.util.Map;

/** How long an episode may be silent before it closes with reason {@code timeout}. */
@ConfigMapping(prefix = "deskpulse.metrics.idle")
public interface IdleSettings {
    /** For channels that are not named, and where the channel is not known. */
    @WithName("default")
    @WithDefault("PT30M")
    Duration otherwise();

    /** By channel, for example {@code deskpulse.metrics.idle.channel.sms=PT4H}; {@code email} is 72 hours if not named. */
    @WithName("channel")
    Map<String, Duration> byChannel();
}
