package io.deskpulse.metrics.counting;

import io.deskpulse.catalogue.cell.Dimensions;
import io.deskpulse.catalogue.cell.Granularity;
import io.deskpulse.catalogue.measure.Measure;

/**
 * All facts of a batch for one bucket and one combination of dimensions. Equal to another row of the same place. Mutable
 * in its sums, not thread-safe.
 */
final class FactRow {
    private static final int MEASURES = Measure.values().length;

    final String tenant;
    final Granularity granularity;
    final long bucket;
    final Dimensions dimensions;
    final Sum[] sums;
    private final int hash;

    FactRow(String tenant, Granularity granularity, long bucket, Dimensions dimensions) {
        this(tenant, granularity, bucket, dimensions, new Sum[MEASURES]);
    }

    private FactRow(String tenant, Granularity granularity, long bucket, Dimensions dimensions, Sum[] sums) {
        this.tenant = tenant;
        this.granularity = granularity;
        this.bucket = bucket;
        this.dimensions = dimensions;
        this.sums = sums;
        this.hash = ((dimensions.hashCode() * 31 + Long.hashCode(bucket)) * 31 + granularity.ordinal()) * 31
                + tenant.hashCode();
    }

    /** Only a place to look for; it cannot hold sums. */
    static FactRow place(String tenant, Granularity granularity, long bucket, Dimensions dimensions) {
        return new FactRow(tenant, granularity, bucket, dimensions, null);
    }

    Sum of(Measure measure) {
        int at = measure.ordinal();
        if (sums[at] == null) {
            sums[at] = new Sum();
        }
        return sums[at];
    }

    /** Adds all sums of a row of a finer granularity. */
    void addAll(FactRow finer) {
        for (int i = 0; i < MEASURES; i++) {
            Sum more = finer.sums[i];
            if (more != null) {
                if (sums[i] == null) {
                    sums[i] = new Sum();
                }
                sums[i].add(more);
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof FactRow that
                        && hash == that.hash
                        && bucket == that.bucket
                        && granularity == that.granularity
                        && tenant.equals(that.tenant)
                        && dimensions.equals(that.dimensions);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
