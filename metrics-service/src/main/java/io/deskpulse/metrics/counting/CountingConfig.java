package io.deskpulse.metrics.counting;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How counters are kept. */
@ConfigMapping(prefix = "deskpulse.metrics.counting")
public interface CountingConfig {
    /** How long the state of a subject is kept after its last event: for so long a duplicate is known as one. */
    @WithDefault("40d")
    Duration stateRetention();

    /** Subjects held in memory, over all partitions of this instance. */
    @WithDefault("120000")
    int cachedSubjects();

    /** Series held in memory, over all partitions of this instance. */
    @WithDefault("400000")
    int cachedSeries();

    /** Values, or combinations of values, that a block tells apart; the rest is {@code ~other}. */
    @WithDefault("1000")
    int valuesPerBlock();

    /** How long Redis may take to answer before its answer is given up. */
    @WithDefault("10s")
    Duration storeTimeout();

    /** Whether changes are noted for the history in Postgres, and a lost Redis is loaded back from it. */
    @WithDefault("${deskpulse.metrics.history.enabled:true}")
    boolean history();

    /** Subjects whose timers are looked at in one write. */
    @WithDefault("1000")
    int timersPerWrite();
}
