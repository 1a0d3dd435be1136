package io.deskpulse.catalogue.cell;

/**
 * The lengths of stored buckets. Buckets are aligned to UTC. Several buckets in a row are stored together as a block
 * (see docs/decisions/0002).
 */
public enum Granularity {
    MINUTE('m', 60_000L, 15),
    HOUR('h', 3_600_000L, 6),
    DAY('d', 86_400_000L, 4);

    private final char code;
    private final long millis;
    private final int slots;

    Granularity(char code, long millis, int slots) {
        this.code = code;
        this.millis = millis;
        this.slots = slots;
    }

    /** One letter for keys. */
    public char code() {
        return code;
    }

    /** The length of a bucket in milliseconds. */
    public long millis() {
        return millis;
    }

    /** How many buckets a block holds. */
    public int slots() {
        return slots;
    }

    /** The bucket that a time falls into, counted from 1970-01-01T00:00:00Z. */
    public long bucketOf(long timeMillis) {
        return Math.floorDiv(timeMillis, millis);
    }

    /** The block of a bucket, counted from 1970-01-01T00:00:00Z. */
    public long blockOf(long bucket) {
        return Math.floorDiv(bucket, slots);
    }

    /** The place of a bucket in its block, from 0. */
    public int slotOf(long bucket) {
        return (int) Math.floorMod(bucket, (long) slots);
    }
}
