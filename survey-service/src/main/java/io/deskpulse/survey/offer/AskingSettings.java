package io.deskpulse.survey.offer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long after the fact somebody is asked, and for how long it is kept why. */
@ConfigMapping(prefix = "deskpulse.survey.policy")
public interface AskingSettings {
    /** How long after it was due an offer on close is still made: people are not asked about what old data tells of. */
    @WithDefault("PT24H")
    Duration tooLate();
}
