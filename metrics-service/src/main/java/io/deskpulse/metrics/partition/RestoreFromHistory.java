package io.deskpulse.metrics.partition;

import io.deskpulse.metrics.cell.Keys;
import io.deskpulse.metrics.counting.CountingConfig;
import io.deskpulse.metrics.counting.StoreUnavailableException;
import io.deskpulse.metrics.history.PartitionLoad;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Loads partitions back from Postgres. */
@ApplicationScoped
class RestoreFromHistory implements PartitionRestore {
    private static final Logger LOG = Logger.getLogger(RestoreFromHistory.class);
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
        PartitionLoad.Outcome outcome = load(keys);
        if (outcome instanceof PartitionLoad.Outcome.Loaded loaded) {
            LOG.warnf(
                    "Partition %d: Redis had lost it; %d keys are back from Postgres, as of position %d",
                    keys.partition(), loaded.keys(), loaded.position());
        }
        return !(outcome instanceof PartitionLoad.Outcome.NothingSaved);
    }

    private PartitionLoad.Outcome load(Keys keys) {
        try {
            return load.load(keys, metrics.generation()).await().atMost(LONGEST);
        } catch (RuntimeException e) {
            throw new StoreUnavailableException(
                    "Redis has no head, and Postgres cannot tell whether there ever was one: " + e.getMessage(), e);
        }
    }
}
