package io.deskpulse.survey.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How offers are brought to people. */
@ConfigMapping(prefix = "deskpulse.survey.delivery")
public interface DeliverySettings {
    /** Whether this instance sends; some instance must. */
    @WithDefault("true")
    boolean courier();

    /** How often it is looked for what is due. */
    @WithDefault("1s")
    Duration lookEvery();

    /** How many are sent at once. */
    @WithDefault("20")
    int batch();

    /** How long a mail server or gateway may take for one. */
    @WithDefault("20s")
    Duration timeout();

    /** After how long others take over what this instance has begun; much longer than the timeout. */
    @WithDefault("2m")
    Duration lease();

    /** Pause before the second try; each further one is twice as long, less up to half of it by chance. */
    @WithDefault("30s")
    Duration firstPause();

    /** The longest pause. */
    @WithDefault("1h")
    Duration longestPause();

    /** How often one is tried at most. */
    @WithDefault("12")
    int attempts();
}
