package io.deskpulse.metrics.reconciliation;

import io.deskpulse.metrics.folding.Subjects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Compares the counters of a tenant with an independent recount from Kafka. Reads the whole log, one partition after the
 * other: to be called on a worker thread, and only one at a time runs in a process. Thread-safe.
 */
@ApplicationScoped
public class Reconciliation {
    private final CounterStore redis;
    private final CounterStore postgres;
    private final EventLog log;
    private final Subjects subjects;
    private final ReconciliationSettings settings;
    private final int partitions;
    private final Clock clock = Clock.systemUTC();
    private final AtomicBoolean running = new AtomicBoolean();

    Reconciliation(
            @Named("redis") CounterStore redis,
            @Named("postgres") CounterStore postgres,
            EventLog log,
            Subjects subjects,
            ReconciliationSettings settings,
            @ConfigProperty(name = "deskpulse.metrics.partitions", defaultValue = "12") int partitions) {
        this.redis = redis;
        this.postgres = postgres;
        this.log = log;
        this.subjects = subjects;
        this.settings = settings;
        this.partitions = partitions;
    }

    /**
     * Compares a range; takes as long as reading the log does.
     *
     * @return nothing where another comparison is running
     * @throws EventLog.TooLongException past {@link ReconciliationSettings#limit}
     */
    public Optional<Report> compare(String tenant, Range range) {
        if (!running.compareAndSet(false, true)) {
            return Optional.empty();
        }
        try {
            Instant began = clock.instant();
            PartitionCheck check = new PartitionCheck(redis, postgres, log, subjects, began.plus(settings.limit()));
            List<PartitionResult> results = new ArrayList<>();
            for (int partition = 0; partition < partitions; partition++) {
                results.add(check.check(partition, tenant, range));
            }
            return Optional.of(new Summary(results, range, settings).report(began, clock.instant()));
        } finally {
            running.set(false);
        }
    }
}
