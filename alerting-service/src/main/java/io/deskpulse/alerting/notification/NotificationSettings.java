package io.deskpulse.alerting.notification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How notifications are sent. */
@ConfigMapping(prefix = "deskpulse.alerting.notification")
public interface NotificationSettings {
    /** Whether this instance sends; some instance must. */
    @WithDefault("true")
    boolean enabled();

    /** How many groups are told at once by this instance. */
    @WithDefault("8")
    int workers();

    /** How often it is looked for what is due. */
    @WithDefault("250ms")
    Duration lookEvery();

    /** After how long others take over what this instance has begun; much longer than the longest timeout of a receiver. */
    @WithDefault("60s")
    Duration lease();

    /** How many alerts one notification holds at most; the others are counted in it. */
    @WithDefault("100")
    int alerts();

    /** Pause before the second try; each further one is twice as long, less up to half of it by chance. */
    @WithDefault("2s")
    Duration firstPause();

    /** The longest pause. */
    @WithDefault("5m")
    Duration longestPause();

    /** The longest that a receiver may ask to be left alone. */
    @WithDefault("1h")
    Duration longestAsked();

    /** How long the log of notifications is kept. */
    @WithDefault("P30D")
    Duration keepLog();

    /** How long a clean stop waits for what is being sent. */
    @WithDefault("10s")
    Duration stopWithin();
}
