package io.deskpulse.catalogue.measure;

import com.datadoghq.sketch.ddsketch.mapping.LogarithmicMapping;
import java.util.Map;
import java.util.SortedMap;

/**
 * How durations are put into the buckets of a DDSketch and read back: a quantile is within 1 % of the true one, however
 * many sketches were added up.
 *
 * <p>Source: Masson, Rim, Lee, "DDSketch: a fast and fully-mergeable quantile sketch with relative-error guarantees"
 * (VLDB 2019). Only its mapping is used; the numbers in the buckets are ours, since they are stored as counters. A whole
 * number of milliseconds never lies within a rounding error of a bucket's border (a border is a power of 101/99), so
 * every JVM and a native image give the same index. Pure functions, thread-safe.
 */
public final class Sketch {
    /** The greatest relative error of a quantile. */
    public static final double RELATIVE_ERROR = 0.01;

    /** The bucket of all that is shorter than a millisecond; it stands for 0. */
    public static final int ZERO = Integer.MIN_VALUE;

    private static final LogarithmicMapping MAPPING = new LogarithmicMapping(RELATIVE_ERROR);
    private static final double MILLIS_IN_SECOND = 1_000;

    private Sketch() {}

    /** The bucket of a duration in milliseconds; {@link #ZERO} below 1 ms. */
    public static int indexOf(long millis) {
        return millis < 1 ? ZERO : MAPPING.index(millis);
    }

    /** The duration in seconds that stands for a bucket: at most 1 % off from all that fell into it. */
    public static double valueOf(int index) {
        return index == ZERO ? 0 : MAPPING.value(index) / MILLIS_IN_SECOND;
    }

    /**
     * The quantile of all that the buckets hold: the item of rank {@code floor(1 + q(n - 1))}.
     *
     * @param bins number of values by bucket
     * @param q from 0 to 1
     * @return seconds; NaN where the buckets are empty
     * @throws IllegalArgumentException if {@code q} is out of range
     */
    public static double quantile(SortedMap<Integer, Long> bins, double q) {
        int[] indexes = new int[bins.size()];
        long[] numbers = new long[bins.size()];
        int size = 0;
        for (Map.Entry<Integer, Long> bin : bins.entrySet()) {
            indexes[size] = bin.getKey();
            numbers[size++] = bin.getValue();
        }
        return quantile(indexes, numbers, size, q);
    }

    /**
     * As {@link #quantile(SortedMap, double)}, from arrays of which the first {@code size} entries are used.
     *
     * @param indexes buckets, ascending
     * @param numbers how many values each of them holds
     */
    public static double quantile(int[] indexes, long[] numbers, int size, double q) {
        if (!(q >= 0 && q <= 1)) {
            throw new IllegalArgumentException("q: need 0 to 1, got " + q);
        }
        long all = 0;
        for (int i = 0; i < size; i++) {
            all += numbers[i];
        }
        if (all <= 0) {
            return Double.NaN;
        }
        long rank = (long) Math.floor(1 + q * (all - 1));
        long passed = 0;
        for (int i = 0; i < size; i++) {
            passed += numbers[i];
            if (passed >= rank) {
                return valueOf(indexes[i]);
            }
        }
        throw new IllegalStateException("rank beyond the buckets");
    }
}
