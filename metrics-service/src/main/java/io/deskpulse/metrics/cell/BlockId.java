package io.deskpulse.metrics.cell;

import io.deskpulse.catalogue.cell.Granularity;
import io.deskpulse.catalogue.measure.Measure;

/**
 * Names a block inside a partition.
 *
 * @param tenant whose
 * @param granularity the length of its buckets
 * @param block its number, {@link Granularity#blockOf}
 * @param split how it is cut
 * @param measure what it counts
 */
public record BlockId(String tenant, Granularity granularity, long block, Split split, Measure measure) {
    /** Start of the first bucket, in milliseconds since 1970-01-01T00:00:00Z. */
    public long startMillis() {
        return block * granularity.slots() * granularity.millis();
    }

    /** End of the last bucket, exclusive. */
    public long endMillis() {
        return startMillis() + granularity.slots() * granularity.millis();
    }
}
