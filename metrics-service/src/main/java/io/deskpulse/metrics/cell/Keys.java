package io.deskpulse.metrics.cell;

import io.deskpulse.catalogue.cell.Granularity;
import io.deskpulse.catalogue.measure.Measure;

/**
 * The names of everything that one partition keeps in Redis. All carry the hash tag of the partition, so that one script
 * may touch any of them on a cluster. Immutable.
 */
public final class Keys {
    private final String prefix;
    private final int partition;

    private Keys(int partition, int generation) {
        this.partition = partition;
        this.prefix = "{" + partition + "}:g" + generation + ":";
    }

    /**
     * The keys of a partition.
     *
     * @param partition the Kafka partition
     * @param generation counted up when everything is recounted beside what is there
     */
    public static Keys of(int partition, int generation) {
        return new Keys(partition, generation);
    }

    /** The Kafka partition. */
    public int partition() {
        return partition;
    }

    /** What every key begins with. */
    public String prefix() {
        return prefix;
    }

    /** Hash: fence, position, watermark (docs/decisions/0001). */
    public String head() {
        return prefix + "head";
    }

    /** Hash: for each tenant its observed clock, and its declared one under the tenant and {@code !}. */
    public String clock() {
        return prefix + "clock";
    }

    /** String: the encoded state of a subject. */
    public String subject(String tenant, char kind, String id) {
        return prefix + "s:" + tenant + ":" + kind + ":" + id;
    }

    /** The same as {@link #block(String, Granularity, long, Split, Measure)}. */
    public String block(BlockId id) {
        return block(id.tenant(), id.granularity(), id.block(), id.split(), id.measure());
    }

    /**
     * Hash: a field for each value of the split, with the packed series of the block's buckets; those of a whole
     * {@link Bundle} where the measure has one.
     */
    public String block(String tenant, Granularity granularity, long block, Split split, Measure measure) {
        Bundle bundle = Bundle.of(split, measure);
        return block(tenant, granularity, block, split, bundle == null ? measure.id() : bundle.id());
    }

    private String block(String tenant, Granularity granularity, long block, Split split, String part) {
        return prefix + "b:" + tenant + ":" + granularity.code() + ":" + block + ":" + split.id() + ":" + part;
    }

    /** Sorted set: open subjects of a tenant by a lower bound of their deadline for the observed clock. */
    public String observedTimers(String tenant) {
        return prefix + "t:o:" + tenant;
    }

    /** Sorted set: open subjects of a tenant by a lower bound of their deadline for the declared clock. */
    public String declaredTimers(String tenant) {
        return prefix + "t:d:" + tenant;
    }

    /** Sorted set: open subjects of all tenants by a lower bound of their deadline for the wall clock. */
    public String wallTimers() {
        return prefix + "t:w";
    }

    /** Sorted set: cells to be sent to {@code measurements}, by revision. */
    public String dirty() {
        return prefix + "dirty";
    }

    /** Sorted set: journeys to be sent, by revision. */
    public String journeys() {
        return prefix + "journeys";
    }

    /** Sorted set: keys that Postgres does not hold yet, by revision. */
    public String unsaved() {
        return prefix + "unsaved";
    }
}
