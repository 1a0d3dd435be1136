package io.deskpulse.survey.trigger;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How closed episodes make offers. */
@ConfigMapping(prefix = "deskpulse.survey.trigger")
public interface TriggerSettings {
    /** Whether this instance reads journeys and carries plans out; some instance must. */
    @WithDefault("true")
    boolean enabled();

    /** The topic of closed episodes. */
    @WithDefault("journeys")
    String topic();

    /** The consumer group. */
    @WithDefault("survey-service")
    String group();

    /** How many journeys are taken in one transaction at most. */
    @WithDefault("500")
    int batch();

    /** How often it is looked for plans that have become due; those due at once are carried out at once. */
    @WithDefault("500ms")
    Duration lookEvery();

    /** How long to wait after Kafka or Postgres failed, or before a plan that failed is tried again. */
    @WithDefault("1s")
    Duration pause();

    /** How often a plan may fail before it is given up. */
    @WithDefault("10")
    int attempts();
}
