package io.deskpulse.benchmarks.table;

import java.util.Arrays;

/** Middle and tail of what was measured. */
public final class Numbers {
    private Numbers() {}

    /** The middle one; the mean of the two in the middle. */
    public static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** The value that a share {@code q} of all does not exceed (nearest rank). */
    public static double quantile(double q, double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, (int) Math.ceil(q * sorted.length) - 1)];
    }
}
