package io.deskpulse.metrics.history;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer.Sample;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Saves the partitions that this process owns, one after the other, every few seconds. Where Postgres is away counting
 * goes on, and what changes meanwhile stays marked in Redis.
 */
@ApplicationScoped
public class HistoryKeeper {
    private static final Logger LOG = Logger.getLogger(HistoryKeeper.class);
    /** The pause after a round, as a multiple of the time that it took. */
    private static final int PAUSE_FOR_ROUND = 4;

    private static final long LONGEST_PAUSE_MILLIS = 30_000;

    private final OwnedPartitions partitions;
    private final PartitionSave save;
    private final Archive archive;
    private final SaveLog log;
    private final HistorySettings settings;
    private final MeterRegistry meters;
    private final Counter keysSaved;
    private final Clock clock = Clock.systemUTC();
    private volatile long pauseUntil;

    HistoryKeeper(
            OwnedPartitions partitions,
            PartitionSave save,
            Archive archive,
            SaveLog log,
            HistorySettings settings,
            MeterRegistry meters) {
        this.partitions = partitions;
        this.save = save;
        this.archive = archive;
        this.log = log;
        this.settings = settings;
        this.meters = meters;
        this.keysSaved = Counter.builder("deskpulse.history.keys")
                .description("Keys of Redis written to Postgres")
                .register(meters);
        meters.gauge("deskpulse.history.age.seconds", log, each -> each.secondsSinceSave(clock.millis()));
    }

    /** One round over all partitions that are due. */
    @Scheduled(
            identity = "history",
            every = "${deskpulse.metrics.history.every:5s}",
            delayed = "${deskpulse.metrics.history.every:5s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> saveDue() {
        List<OwnedPartitions.Owned> owned = settings.enabled() ? partitions.now() : List.of();
        owned.forEach(each -> log.owned(each.keys().partition(), clock.millis()));
        log.keepOnly(owned.stream().map(each -> each.keys().partition()).collect(Collectors.toSet()));
        long began = clock.millis();
        if (began < pauseUntil) {
            return Uni.createFrom().voidItem();
        }
        // Saving takes from those that drain, whichever it is that drains.
        long lag = owned.stream().mapToLong(OwnedPartitions.Owned::lag).max().orElse(0);
        return Multi.createFrom()
                .iterable(owned)
                .select()
                .where(each -> isDue(each, lag))
                .onItem()
                .transformToUniAndConcatenate(this::saveOne)
                .collect()
                .last()
                .replaceWithVoid()
                .invoke(() -> pauseAfter(began));
    }

    /** A round that takes long because there is much to save is not begun again at once. */
    private void pauseAfter(long began) {
        long now = clock.millis();
        if (log.trouble() == null) {
            pauseUntil = now + Math.min(LONGEST_PAUSE_MILLIS, (now - began) * PAUSE_FOR_ROUND);
        }
    }

    /** Removes what expired. */
    @Scheduled(
            identity = "history-expiry",
            every = "${deskpulse.metrics.history.forget-every:6h}",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forgetExpired() {
        return archive.forgetExpired(clock.millis())
                .invoke(rows -> LOG.infof("Removed %d expired rows of history.", rows))
                .onFailure()
                .invoke(e -> LOG.warnf("Could not remove expired rows of history: %s", e.getMessage()))
                .onFailure()
                .recoverWithItem(0)
                .replaceWithVoid();
    }

    private boolean isDue(OwnedPartitions.Owned partition, long greatestLag) {
        if (greatestLag <= settings.behind()) {
            return true;
        }
        long since = clock.millis() - log.savedAt(partition.keys().partition()).orElse(0);
        return since >= settings.everyWhileBehind().toMillis();
    }

    private Uni<Void> saveOne(OwnedPartitions.Owned partition) {
        int number = partition.keys().partition();
        long began = clock.millis();
        Sample sample = io.micrometer.core.instrument.Timer.start(meters);
        return save.save(partition.keys(), partition.generation())
                .invoke(outcome -> note(number, began, outcome))
                .onTermination()
                .invoke(() -> sample.stop(meters.timer("deskpulse.history.save")))
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(why -> failed(number, why));
    }

    private void note(int partition, long began, PartitionSave.Outcome outcome) {
        if (outcome instanceof PartitionSave.Outcome.Saved saved) {
            keysSaved.increment(saved.keys());
            log.saved(partition, began);
        } else if (outcome instanceof PartitionSave.Outcome.Unchanged) {
            log.saved(partition, began);
        }
    }

    private Uni<Void> failed(int partition, Throwable why) {
        if (log.trouble() == null) {
            LOG.warnf("Partition %d could not be saved to Postgres, counting goes on: %s", partition, why.toString());
        }
        log.failed(why);
        return Uni.createFrom().voidItem();
    }
}
