package io.deskpulse.metrics.history;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How counters are kept in Postgres. */
@ConfigMapping(prefix = "deskpulse.metrics.history")
public interface HistorySettings {
    /**
     * Whether partitions are saved at all. What is counted while they are not is never in Postgres: to have it there
     * later, count into a new generation.
     */
    @WithDefault("true")
    boolean enabled();

    /** How often each owned partition is saved: so much is replayed from Kafka after a loss of Redis. */
    @WithDefault("5s")
    Duration every();

    /** How often while a backlog is drained: saving then would slow the draining down. */
    @WithDefault("2m")
    Duration everyWhileBehind();

    /** From how many events behind Kafka's end one of the partitions drains a backlog. */
    @WithDefault("2000")
    long behind();

    /** How often rows that expired are removed. */
    @WithDefault("6h")
    Duration forgetEvery();
}
