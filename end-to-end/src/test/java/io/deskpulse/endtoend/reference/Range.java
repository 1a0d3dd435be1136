package io.deskpulse.endtoend.reference;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A range of time in milliseconds since 1970.
 *
 * @param from included
 * @param to excluded
 */
public record Range(long from, long to) {
    static final Range EVER = new Range(Long.MIN_VALUE, Long.MAX_VALUE);

    boolean holds(long time) {
        return from <= time && time < to;
    }

    double minutes() {
        return (to - from) / 60_000.0;
    }

    /** The buckets of that length in it, which divides it. */
    public List<Range> cut(Duration length) {
        List<Range> buckets = new ArrayList<>();
        for (long start = from; start < to; start += length.toMillis()) {
            buckets.add(new Range(start, start + length.toMillis()));
        }
        return buckets;
    }
}
