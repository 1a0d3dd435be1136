package io.deskpulse.metrics.partition;

import io.deskpulse.metrics.history.OwnedPartitions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Tells history which partitions are counted here. */
@ApplicationScoped
class CountedPartitions implements OwnedPartitions {
    private final Owners owners;
    private final MetricsConfig config;

    CountedPartitions(Owners owners, MetricsConfig config) {
        this.owners = owners;
        this.config = config;
    }

    @Override
    public List<Owned> now() {
        return owners.all().stream()
                .filter(owner -> owner.standing() instanceof Standing.Counting)
                .map(owner -> new Owned(owner.keys(), config.generation(), owner.lag()))
                .toList();
    }
}
