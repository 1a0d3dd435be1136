package io.deskpulse.simulator.random;

/**
 * Chance that can be repeated: the same seed gives the same throws on every machine and Java version (SplitMix64; Steele, Lea,
 * Flood 2014). Not thread-safe.
 */
public final class Dice {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    public Dice(long seed) {
        this.state = seed;
    }

    /** A seed made of several numbers, each of which changes it altogether. */
    public static long seed(long first, long second, long third) {
        return mix(mix(mix(first + GAMMA) ^ second + GAMMA) ^ third + GAMMA);
    }

    /** Any number. */
    public long number() {
        state += GAMMA;
        return mix(state);
    }

    /** From 0 to below 1. */
    public double unit() {
        return (number() >>> 11) * 0x1.0p-53;
    }

    /** True in this share of throws. */
    public boolean chance(double share) {
        return unit() < share;
    }

    /** From 0 to below {@code bound}. */
    public int below(int bound) {
        return (int) ((number() >>> 33) * bound >>> 31);
    }

    /** From {@code low} to below {@code high}. */
    public double between(double low, double high) {
        return low + (high - low) * unit();
    }

    /** Any of these, each as likely. */
    @SafeVarargs
    public final <T> T any(T... choices) {
        return choices[below(choices.length)];
    }

    /**
     * Log-normal, as waiting times are.
     *
     * @param spread 0.5: the longest 2 % take about three times the median
     */
    public double around(double median, double spread) {
        return median * StrictMath.exp(spread * bell());
    }

    /** How many of something that happens {@code mean} times on average (Poisson). */
    public int times(double mean) {
        if (mean > 30) {
            return Math.max(0, (int) Math.round(mean + Math.sqrt(mean) * bell()));
        }
        double floor = StrictMath.exp(-mean);
        int times = 0;
        for (double product = unit(); product > floor; product *= unit()) {
            times++;
        }
        return times;
    }

    /** Nearly normal, mean 0 and deviation 1, never beyond 4.9. */
    private double bell() {
        double sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += unit();
        }
        return (sum - 4) * 1.2247448713915890;
    }

    private static long mix(long z) {
        long a = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ a >>> 27) * 0x94D049BB133111EBL;
        return b ^ b >>> 31;
    }
}
