package io.deskpulse.metrics.reconciliation;

import io.deskpulse.metrics.folding.Subjects;
import io.deskpulse.metrics.reconciliation.PartitionResult.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Recounts one partition once through up to where Redis stands, and compares there. Redis is read again when the recount
 * is there, all in one moment, and the recount then goes on to that position.
 */
final class PartitionCheck {
    /** Timers are looked at a little after they are due; in between either answer is right. */
    private static final long TIMER_SLACK = Duration.ofSeconds(20).toMillis();

    private static final int ATTEMPTS = 3;

    private final CounterStore redis;
    private final CounterStore postgres;
    private final EventLog log;
    private final Subjects subjects;
    private final Instant deadline;

    PartitionCheck(CounterStore redis, CounterStore postgres, EventLog log, Subjects subjects, Instant deadline) {
        this.redis = redis;
        this.postgres = postgres;
        this.log = log;
        this.subjects = subjects;
        this.deadline = deadline;
    }

    PartitionResult check(int partition, String tenant, Range range) {
        Recount recount = new Recount(subjects, range);
        try (EventLog.Reader reader = log.open(partition, tenant)) {
            Live live = compareLive(partition, tenant, range, reader, recount);
            Store saved = postgres.read(partition, tenant, range)
                    .map(counters -> compareSaved(counters, live, partition, range, reader, recount))
                    .orElse(null);
            return new PartitionResult(
                    partition,
                    reader.beginning(),
                    reader.firstArrivalMillis(),
                    recount.events(),
                    recount.duplicates(),
                    live == null ? null : live.store(),
                    saved);
        }
    }

    private Live compareLive(int partition, String tenant, Range range, EventLog.Reader reader, Recount recount) {
        Live live = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Counters> first = redis.read(partition, tenant, range);
            if (first.isEmpty()) {
                return null;
            }
            reader.readUntil(first.get().position(), deadline, recount::apply);
            Optional<Counters> now = redis.read(partition, tenant, range);
            if (now.isEmpty() || now.get().position() < first.get().position()) {
                continue;
            }
            live = new Live(
                    compareAt(now.get(), partition, range, reader, recount),
                    now.get().unsaved());
            if (live.store().differences().isEmpty()) {
                return live;
            }
        }
        return live;
    }

    /**
     * What is saved is compared where it has caught up. Before that it is right as of its own moment, which may lie between
     * a batch and the timers that the batch made due, at the same position, and a recount cannot stop there.
     */
    private Store compareSaved(
            Counters saved, Live live, int partition, Range range, EventLog.Reader reader, Recount recount) {
        if (live == null
                || live.unsaved() > 0
                || saved.position() != live.store().position()) {
            return new Store(saved.position(), 0, List.of());
        }
        return compareAt(saved, partition, range, reader, recount);
    }

    private Store compareAt(Counters stored, int partition, Range range, EventLog.Reader reader, Recount recount) {
        reader.readUntil(stored.position(), deadline, recount::apply);
        recount.timeOut(stored.wallMillis() - TIMER_SLACK);
        Comparison comparison = Comparison.of(partition, range, recount, stored);
        if (!comparison.differences().isEmpty()) {
            recount.timeOut(stored.wallMillis());
            comparison = Comparison.of(partition, range, recount, stored);
        }
        return new Store(stored.position(), comparison.cells(), comparison.differences());
    }

    /** How the live counters compare, and how many of their keys were not saved at that moment. */
    private record Live(Store store, long unsaved) {}
}
