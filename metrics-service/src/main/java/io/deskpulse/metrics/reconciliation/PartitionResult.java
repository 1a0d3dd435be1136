package io.deskpulse.metrics.reconciliation;

import java.util.List;

/**
 * How one partition compares.
 *
 * @param beginning offset of the first record kept
 * @param firstArrivalMillis when that arrived
 * @param redis compared at its position; null where Redis has no head
 * @param postgres compared at its position; null where nothing is saved or the log no longer holds it
 */
record PartitionResult(
        int partition,
        long beginning,
        long firstArrivalMillis,
        long events,
        long duplicates,
        Store redis,
        Store postgres) {
    /**
     * @param position what was compared: all before it
     * @param cells numbers that either side holds
     */
    record Store(long position, int cells, List<Difference> differences) {}
}
