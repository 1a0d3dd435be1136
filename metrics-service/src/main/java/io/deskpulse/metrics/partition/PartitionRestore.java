package io.deskpulse.metrics.partition;

import io.deskpulse.metrics.cell.Keys;

/** The way back for a partition that the store has lost. */
@FunctionalInterface
public interface PartitionRestore {
    /**
     * Loads a partition without a head back from where it was saved. Waits until that is done; fails where it cannot be
     * done now.
     *
     * @return false where nothing was ever saved
     */
    boolean restore(Keys keys);
}
