package io.deskpulse.metrics.partition;

import io.deskpulse.kit.tracing.Tracing;
import io.deskpulse.metrics.cell.Keys;
import io.deskpulse.metrics.counting.Bounds;
import io.deskpulse.metrics.counting.CountingConfig;
import io.deskpulse.metrics.counting.PartitionStore;
import io.deskpulse.metrics.counting.PartitionStores;
import io.deskpulse.metrics.folding.Subjects;
import io.deskpulse.metrics.publishing.Outbound;
import io.deskpulse.metrics.publishing.PartitionPublisher;
import io.deskpulse.metrics.publishing.PublishingConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

/** Puts owners together. */
@ApplicationScoped
class OwnersProducer {
    private static final long WAIT_MILLIS = 10_000;

    @Produces
    @Singleton
    Owners owners(
            MetricsConfig config,
            CountingConfig counting,
            PublishingConfig publishing,
            PartitionStores stores,
            PartitionLog log,
            PartitionRestore restore,
            Subjects subjects,
            Outbound outbound,
            Tracing tracing,
            MeterRegistry registry) {
        PartitionMeters meters = new PartitionMeters(registry);
        InstantSource clock = InstantSource.system();
        OwnerSettings settings = settings(config, counting, publishing);
        Owners owners = new Owners(
                pool(config),
                partition -> {
                    Keys keys = Keys.of(partition, config.generation());
                    PartitionStore store = stores.of(keys);
                    return new PartitionOwner(
                            keys,
                            store,
                            log,
                            restore,
                            subjects,
                            new PartitionPublisher(
                                    keys,
                                    config.generation(),
                                    config.partitions(),
                                    store,
                                    outbound,
                                    publishing,
                                    tracing,
                                    clock),
                            meters,
                            settings,
                            new SampledEvents(tracing, config.topic()),
                            clock);
                },
                config.batch().maxQueued());
        gauge(registry, owners);
        gaugePartitions(registry, owners, config.partitions());
        return owners;
    }

    private static OwnerSettings settings(MetricsConfig config, CountingConfig counting, PublishingConfig publishing) {
        // An instance may get every partition; memory is shared evenly for that case.
        Bounds bounds = new Bounds(
                counting.cachedSubjects() / config.partitions(),
                counting.cachedSeries() / config.partitions(),
                counting.valuesPerBlock(),
                publishing.minuteHorizon().toMillis(),
                counting.timersPerWrite());
        return new OwnerSettings(
                config.batch().maxEvents(),
                config.batch().linger().toMillis(),
                config.batch().lingerMost().toMillis(),
                config.batch().lingerBehind().toMillis(),
                config.batch().behind(),
                config.heartbeat().toMillis(),
                WAIT_MILLIS,
                bounds);
    }

    /** They wait for Redis most of the time. */
    private static final int THREADS_PER_PROCESSOR = 4;

    private static ScheduledExecutorService pool(MetricsConfig config) {
        AtomicInteger number = new AtomicInteger();
        int threads = config.threads()
                .orElse(THREADS_PER_PROCESSOR * Math.max(1, Runtime.getRuntime().availableProcessors()));
        return Executors.newScheduledThreadPool(threads, work -> {
            Thread thread = new Thread(work, "counting-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    private static void gauge(MeterRegistry registry, Owners owners) {
        Gauge.builder("deskpulse.metrics.lag", owners, OwnersProducer::lag)
                .description("Events in Kafka that are not counted yet, over the partitions of this instance")
                .register(registry);
        Gauge.builder("deskpulse.metrics.partitions.owned", owners, each -> each.partitions()
                        .size())
                .description("Partitions assigned to this instance")
                .register(registry);
        Gauge.builder("deskpulse.metrics.events.waiting", owners, OwnersProducer::waiting)
                .description("Records read and not counted yet")
                .register(registry);
    }

    /** All of them in each instance, so that a sum over instances is right while partitions move. */
    private static void gaugePartitions(MeterRegistry registry, Owners owners, int partitions) {
        for (int number = 0; number < partitions; number++) {
            int partition = number;
            Gauge.builder("deskpulse.metrics.partition.lag", owners, each -> each.lag(partition))
                    .description("Events of one partition that are not counted yet; 0 where another instance counts it")
                    .tag("partition", Integer.toString(partition))
                    .register(registry);
        }
    }

    private static double lag(Owners owners) {
        return owners.all().stream().mapToLong(PartitionOwner::lag).sum();
    }

    private static double waiting(Owners owners) {
        return owners.all().stream().mapToLong(PartitionOwner::waiting).sum();
    }
}
