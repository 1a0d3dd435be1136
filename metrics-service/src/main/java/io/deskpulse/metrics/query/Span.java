package io.deskpulse.metrics.query;

import io.deskpulse.catalogue.cell.Granularity;

/**
 * One stored block, and where its buckets go.
 *
 * @param granularity the length of its buckets
 * @param block its number
 * @param points for each slot of the block the point that it is part of, or -1 where it is not wanted
 */
public record Span(Granularity granularity, long block, int[] points) {
    /** The start of a slot, counted in buckets from 1970-01-01T00:00:00Z. */
    public long bucket(int slot) {
        return block * granularity.slots() + slot;
    }
}
