package io.deskpulse.survey.policy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The rules of tenants that have set none. */
@ConfigMapping(prefix = "deskpulse.survey.rules")
public interface RulesSettings {
    /**
     * How long somebody who was asked by any survey is left alone by all that are not exempt. Not at all unless somebody says
     * so: whoever asks after each conversation would else miss most answers of those who come often, and wonder.
     */
    @WithDefault("PT0S")
    Duration again();
}
