package io.deskpulse.metrics.partition;

import io.deskpulse.metrics.cell.Keys;
import io.deskpulse.metrics.counting.CountingConfig;
import io.deskpulse.metrics.history.PartitionLoad;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Loads partitions back from Postgres. */
@ApplicationScoped
class RestoreFromHistory implements PartitionRestore {
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final PartitionLoad load;
    private final MetricsConfig metrics;
    private final CountingConfig counting;

    RestoreFromHistory(PartitionLoad load, MetricsConfig metrics, CountingConfig counting) {
        this.load = load;
        this.metrics = metrics;
        this.counting = counting;
    }

    @Override
    public boolean restore(Keys keys) {
        if (!counting.history()) {
            return false;
        }
        PartitionLoad.Outcome outcome =
                load.load(keys, metrics.generation()).await().atMost(LONGEST);
        return !(outcome instanceof PartitionLoad.Outcome.NothingSaved);
    }
}
