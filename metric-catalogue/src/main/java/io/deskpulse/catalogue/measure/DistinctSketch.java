package io.deskpulse.catalogue.measure;

/**
 * How different things are counted without keeping them: a HyperLogLog of 2^14 registers, standard error 0.81 %. A
 * member sets one register to the greatest rank it has seen; the sketch of a union holds the greater of each two
 * registers.
 *
 * <p>Sources: Flajolet, Fusy, Gandouet, Meunier, "HyperLogLog: the analysis of a near-optimal cardinality estimation
 * algorithm" (2007); the estimate is that of Ertl, "New cardinality estimation algorithms for HyperLogLog sketches"
 * (2017), algorithm 6, which needs no correction for few or many. Pure functions, thread-safe.
 */
public final class DistinctSketch {
    /** The relative standard error of an estimate. */
    public static final double STANDARD_ERROR = 0.0081;

    private static final int BITS = 14;

    /** How many registers there are. */
    public static final int REGISTERS = 1 << BITS;

    private static final int GREATEST_RANK = Long.SIZE - BITS + 1;

    private DistinctSketch() {}

    /** The register of a member, from its hash, of which all 64 bits must be good. */
    public static int registerOf(long hash) {
        return (int) (hash >>> Long.SIZE - BITS);
    }

    /** The rank that a member sets its register to, from 1. */
    public static int rankOf(long hash) {
        return Math.min(Long.numberOfLeadingZeros(hash << BITS) + 1, GREATEST_RANK);
    }

    /**
     * How many different members a sketch has seen.
     *
     * @param ranks of registers in any order, 0 for one that was never set; those that are left out were never set. The
     *     first {@code size} entries are used
     */
    public static long estimate(byte[] ranks, int size) {
        int[] registersOfRank = new int[GREATEST_RANK + 1];
        registersOfRank[0] = REGISTERS - size;
        for (int i = 0; i < size; i++) {
            registersOfRank[ranks[i]]++;
        }
        if (registersOfRank[0] == REGISTERS) {
            return 0;
        }
        double z = REGISTERS * tau(1 - (double) registersOfRank[GREATEST_RANK] / REGISTERS);
        for (int rank = GREATEST_RANK - 1; rank > 0; rank--) {
            z = (z + registersOfRank[rank]) / 2;
        }
        z += REGISTERS * sigma((double) registersOfRank[0] / REGISTERS);
        return Math.round(REGISTERS / (2 * Math.log(2)) * REGISTERS / z);
    }

    private static double sigma(double share) {
        if (share == 1) {
            return Double.POSITIVE_INFINITY;
        }
        double x = share;
        double y = 1;
        double z = x;
        double before;
        do {
            x *= x;
            before = z;
            z += x * y;
            y += y;
        } while (z != before);
        return z;
    }

    private static double tau(double share) {
        if (share == 0 || share == 1) {
            return 0;
        }
        double x = share;
        double y = 1;
        double z = 1 - x;
        double before;
        do {
            x = Math.sqrt(x);
            before = z;
            y /= 2;
            z -= (1 - x) * (1 - x) * y;
        } while (z != before);
        return z / 3;
    }
}
