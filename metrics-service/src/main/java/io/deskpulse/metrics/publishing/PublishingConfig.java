package io.deskpulse.metrics.publishing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How changes are sent on. */
@ConfigMapping(prefix = "deskpulse.metrics.publishing")
public interface PublishingConfig {
    /** Where closed episodes go. */
    @WithDefault("journeys")
    String journeys();

    /** Where changed cells go. */
    @WithDefault("measurements")
    String measurements();

    /** How often changed cells are sent. */
    @WithDefault("1s")
    Duration every();

    /** How often changed cells are sent while a backlog is drained, all of them then; journeys are sent twenty times as often. */
    @WithDefault("60s")
    Duration everyWhileBehind();

    /** How often cells of hours and days are sent, which change with every event. */
    @WithDefault("10s")
    Duration coarseEvery();

    /** Age of a minute beyond which its cells are not sent any more. */
    @WithDefault("2h")
    Duration minuteHorizon();

    /** The most cells sent at once by one partition. */
    @WithDefault("5000")
    int cellsAtOnce();

    /** The most journeys sent at once by one partition. */
    @WithDefault("2000")
    int journeysAtOnce();
}
