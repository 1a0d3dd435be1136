package io.deskpulse.metrics.reconciliation;

import io.deskpulse.catalogue.cell.Granularity;
import java.time.Duration;

/**
 * The buckets that are compared: hours up to two days, else days, and always whole ones.
 *
 * @param fromMillis start of the first bucket
 * @param toMillis end of the last bucket, exclusive
 */
public record Range(Granularity granularity, long fromMillis, long toMillis) {
    /** The longest that can be compared at once. */
    public static final Duration LONGEST = Duration.ofDays(100);

    private static final Duration BY_HOUR = Duration.ofDays(2);

    /** The whole buckets that a range touches. */
    public static Range covering(long fromMillis, long toMillis) {
        Granularity granularity = toMillis - fromMillis <= BY_HOUR.toMillis() ? Granularity.HOUR : Granularity.DAY;
        long length = granularity.millis();
        return new Range(
                granularity, Math.floorDiv(fromMillis, length) * length, -Math.floorDiv(-toMillis, length) * length);
    }

    boolean holds(long timeMillis) {
        return timeMillis >= fromMillis && timeMillis < toMillis;
    }

    /** Number of the first bucket. */
    public long firstBucket() {
        return granularity.bucketOf(fromMillis);
    }

    /** Number of the last bucket. */
    public long lastBucket() {
        return granularity.bucketOf(toMillis - 1);
    }

    /** Number of the first block. */
    public long firstBlock() {
        return granularity.blockOf(firstBucket());
    }

    /** Number of the last block. */
    public long lastBlock() {
        return granularity.blockOf(lastBucket());
    }
}
