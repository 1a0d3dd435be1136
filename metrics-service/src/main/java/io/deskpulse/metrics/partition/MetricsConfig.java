package io.deskpulse.metrics.partition;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** How the log is read and counted. */
@ConfigMapping(prefix = "deskpulse.metrics")
public interface MetricsConfig {
    /** Whether this instance counts; false for one that only answers questions. */
    @WithDefault("true")
    boolean counting();

    /** The consumer group whose members share the partitions. */
    @WithDefault("metrics")
    String group();

    /**
     * A name of this instance that stays the same when it is started again and that no other one has: then it gets its
     * partitions back at once, even after it was killed. Without one they are missed for ten seconds.
     */
    Optional<String> instance();

    /** The topic with the events. */
    @WithDefault("interactions")
    String topic();

    /** Where records go that cannot be read. */
    @WithDefault("dead-letters")
    String deadLetters();

    /** Partitions of the topic. */
    @WithDefault("12")
    int partitions();

    /** Counted up to count everything anew beside what is there. */
    @WithDefault("1")
    int generation();

    /** Threads that count; by default four for each processor, since they wait for Redis most of the time. */
    OptionalInt threads();

    /** How events are put together into one write. */
    Batch batch();

    /** How events are put together into one write. */
    interface Batch {
        /** The most events in one write. */
        @WithDefault("20000")
        int maxEvents();

        /** How long after a write the next one waits for more events to come. */
        @WithDefault("150ms")
        Duration linger();

        /** How long at most: writes that take longer are made less often. */
        @WithDefault("500ms")
        Duration lingerMost();

        /** The same for a partition that is far behind: fewer, larger writes cost less for each event. */
        @WithDefault("15s")
        Duration lingerBehind();

        /** From how many uncounted events on a partition is far behind. */
        @WithDefault("2000")
        long behind();

        /** Events that wait in memory, over all partitions, before reading pauses. */
        @WithDefault("24000")
        int maxQueued();
    }

    /** How often the ends of the log are asked for, and an idle partition's watermark moves on. */
    @WithDefault("250ms")
    Duration heartbeat();
}
