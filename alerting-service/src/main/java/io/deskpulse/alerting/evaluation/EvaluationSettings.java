package io.deskpulse.alerting.evaluation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How rules are evaluated. */
@ConfigMapping(prefix = "deskpulse.alerting.evaluation")
public interface EvaluationSettings {
    /** Whether this instance evaluates rules; some instance must. */
    @WithDefault("true")
    boolean enabled();

    /** The topic of changed cells. */
    @WithDefault("measurements")
    String topic();

    /** Where records go that cannot be read. */
    @WithDefault("dead-letters")
    String deadLetters();

    /** The consumer group: its members share the tenants. */
    @WithDefault("alerting-service")
    String group();

    /** How many records are read at once at most. */
    @WithDefault("4000")
    int batch();

    /** How often windows that are not over yet are looked at, for what only grows. */
    @WithDefault("250ms")
    Duration hurryEvery();

    /** How often it is asked whether rules have changed, or somebody has ended alerts. */
    @WithDefault("1s")
    Duration askEvery();

    /** How long to wait after Kafka or Postgres failed. */
    @WithDefault("1s")
    Duration pause();

    /** How much earlier than the longest window the topic is read from at the start: clocks differ, and minutes are sent again. */
    @WithDefault("1h")
    Duration readBack();

    /** How long the topic holds measurements; nothing is looked for before. */
    @WithDefault("47h")
    Duration topicHolds();

    /** How often hours are stored that rules compare the next week with. */
    @WithDefault("1m")
    Duration storeHoursEvery();
}
