package io.deskpulse.metrics.counting;

import io.deskpulse.catalogue.cell.Granularity;
import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.metrics.cell.BlockId;
import io.deskpulse.metrics.cell.Retention;
import io.deskpulse.metrics.cell.Split;

/** Consecutive buckets of one tenant that are stored together. */
record BlockPlace(String tenant, Granularity granularity, long block) {
    static BlockPlace of(String tenant, Granularity granularity, long bucket) {
        return new BlockPlace(tenant, granularity, granularity.blockOf(bucket));
    }

    BlockId id(Split split, Measure measure) {
        return new BlockId(tenant, granularity, block, split, measure);
    }

    long firstBucket() {
        return block * granularity.slots();
    }

    /** When the store may forget a measure, in milliseconds since 1970. */
    long expireAtMillis(Measure measure) {
        return (firstBucket() + granularity.slots()) * granularity.millis() + Retention.millis(granularity, measure);
    }
}
