package io.deskpulse.survey.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long what is known of people is kept. */
@ConfigMapping(prefix = "deskpulse.survey.retention")
public interface RetentionSettings {
    /** Offers and their answers, after the offer was made; never before it has expired. */
    @WithDefault("P400D")
    Duration offers();

    /** Episodes, after they were last read of; longer than any delay of a policy. */
    @WithDefault("P30D")
    Duration episodes();

    /** The notes why somebody was not asked. */
    @WithDefault("P30D")
    Duration decisions();

    /** How often it is looked for what is old. */
    @WithDefault("10m")
    Duration every();

    /** How many rows go in one transaction. */
    @WithDefault("1000")
    int batch();
}
