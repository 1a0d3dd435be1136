package io.deskpulse.metrics.partition;

import io.deskpulse.metrics.counting.Ledger;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What counting tells about itself. Between the counters stands: records read = counted + duplicate + poison + skipped;
 * each record is told once, after the write that counted it. Thread-safe.
 */
final class PartitionMeters {
    private static final double[] SECONDS = {0.05, 0.1, 0.2, 0.3, 0.5, 0.75, 1, 2, 5, 10, 60, 600, 3_600, 86_400};

    private final Counter read;
    private final Counter counted;
    private final Counter duplicates;
    private final Counter poison;
    private final Counter skipped;
    private final Counter batches;
    private final DistributionSummary batchSize;
    private final DistributionSummary eventToCounted;
    private final DistributionSummary lateness;
    private final Counter fencesLost;
    private final Counter failures;
    private final Counter timers;
    private final Counter hits;
    private final Counter misses;
    private final Counter overflowed;
    private final Counter expired;
    private final AtomicLong lostRecords;

    PartitionMeters(MeterRegistry registry) {
        read = counter(registry, "deskpulse.metrics.records", "Records read from the log and dealt with");
        counted = events(registry, "counted");
        duplicates = events(registry, "duplicate");
        poison = events(registry, "poison");
        skipped = events(registry, "skipped");
        batches = counter(registry, "deskpulse.metrics.batches", "Batches of events written");
        batchSize = DistributionSummary.builder("deskpulse.metrics.batch.size")
                .description("Records in one write")
                .serviceLevelObjectives(1, 10, 100, 1_000, 5_000, 20_000)
                .register(registry);
        eventToCounted = seconds(
                registry, "deskpulse.metrics.event.to.counted.seconds", "From the record's timestamp to its counting");
        lateness = seconds(
                registry, "deskpulse.metrics.lateness.seconds", "From an event's own time to its record's timestamp");
        fencesLost = counter(registry, "deskpulse.metrics.fences.lost", "Writes that found another owner's fence");
        failures = counter(registry, "deskpulse.metrics.failures", "Steps that failed and were begun again");
        timers = counter(registry, "deskpulse.metrics.timers", "Subjects looked at because time had passed");
        hits = counter(registry, "deskpulse.metrics.cache.hits", "Subjects found in memory");
        misses = counter(registry, "deskpulse.metrics.cache.misses", "Subjects read from Redis");
        overflowed = counter(registry, "deskpulse.metrics.cells.overflowed", "Sums put under the value ~other");
        expired = counter(registry, "deskpulse.metrics.facts.expired", "Facts older than the retention of days");
        lostRecords = registry.gauge("deskpulse.metrics.log.records.lost", new AtomicLong());
    }

    /** A round was written. */
    void counted(Round round, long nowMillis) {
        read.increment(round.records());
        counted.increment(round.counted());
        duplicates.increment(round.duplicates());
        poison.increment(round.poison());
        skipped.increment(round.skipped());
        batches.increment();
        batchSize.record(round.records());
        for (int event = 0; event < round.events(); event++) {
            eventToCounted.record((nowMillis - round.timestampMillis(event)) / 1_000.0);
            lateness.record(round.latenessMillis(event) / 1_000.0);
        }
    }

    void timersRun(int subjects) {
        timers.increment(subjects);
    }

    void fenceLost() {
        fencesLost.increment();
    }

    void failed() {
        failures.increment();
    }

    /** Records that Kafka had deleted before they were counted. */
    void recordsLost(long number) {
        lostRecords.addAndGet(number);
    }

    void used(Ledger.Usage usage) {
        hits.increment(usage.hits());
        misses.increment(usage.misses());
        overflowed.increment(usage.overflowed());
        expired.increment(usage.expired());
    }

    private static Counter events(MeterRegistry registry, String result) {
        return Counter.builder("deskpulse.metrics.events")
                .description("Events by what became of them")
                .tag("result", result)
                .register(registry);
    }

    private static Counter counter(MeterRegistry registry, String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }

    private static DistributionSummary seconds(MeterRegistry registry, String name, String description) {
        return DistributionSummary.builder(name)
                .description(description)
                .serviceLevelObjectives(SECONDS)
                .register(registry);
    }
}
