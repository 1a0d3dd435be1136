package io.deskpulse.metrics.counting;

import io.deskpulse.metrics.cell.Keys;

/** Where the partitions are kept. Thread-safe. */
public interface PartitionStores {
    /** The store of one partition. */
    PartitionStore of(Keys keys);
}
