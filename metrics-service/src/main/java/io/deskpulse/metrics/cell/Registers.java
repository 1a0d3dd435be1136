package io.deskpulse.metrics.cell;

import io.deskpulse.catalogue.measure.DistinctSketch;
import java.util.Arrays;

/**
 * The registers of one {@link DistinctSketch}: those that are set, sorted, in three bytes each; all of them once they are
 * so many that this takes less. Mutable, not thread-safe.
 */
public final class Registers {
    private static final int SPARSE = DistinctSketch.REGISTERS / 4;

    private char[] registers = new char[4];
    private byte[] ranks = new byte[4];
    private int size;

    /** How many registers are set. */
    public int size() {
        return size;
    }

    /** About how many bytes it takes. */
    public int bytes() {
        return ranks.length * (registers == null ? 1 : 3);
    }

    /** Sets a register to a rank, unless it has a greater one. */
    public void add(int register, int rank) {
        if (registers == null) {
            size += ranks[register] == 0 ? 1 : 0;
            ranks[register] = (byte) Math.max(ranks[register], rank);
            return;
        }
        int place = size > 0 && registers[size - 1] < register
                ? -size - 1
                : Arrays.binarySearch(registers, 0, size, (char) register);
        if (place >= 0) {
            ranks[place] = (byte) Math.max(ranks[place], rank);
        } else if (size == SPARSE) {
            spread();
            add(register, rank);
        } else {
            insert(-place - 1, register, rank);
        }
    }

    /** Makes the union with another. */
    public void add(Registers other) {
        other.forEach(this::add);
    }

    /** Tells the registers that are set in their order. */
    public void forEach(Receiver receiver) {
        if (registers != null) {
            for (int i = 0; i < size; i++) {
                receiver.register(registers[i], ranks[i]);
            }
            return;
        }
        for (int register = 0; register < ranks.length; register++) {
            if (ranks[register] != 0) {
                receiver.register(register, ranks[register]);
            }
        }
    }

    /** How many different things were seen. */
    public long estimate() {
        return DistinctSketch.estimate(ranks, registers == null ? ranks.length : size);
    }

    private void insert(int place, int register, int rank) {
        if (size == ranks.length) {
            int larger = Math.min(SPARSE, size + (size >> 1) + 2);
            registers = Arrays.copyOf(registers, larger);
            ranks = Arrays.copyOf(ranks, larger);
        }
        System.arraycopy(registers, place, registers, place + 1, size - place);
        System.arraycopy(ranks, place, ranks, place + 1, size - place);
        registers[place] = (char) register;
        ranks[place] = (byte) rank;
        size++;
    }

    private void spread() {
        byte[] all = new byte[DistinctSketch.REGISTERS];
        forEach((register, rank) -> all[register] = (byte) rank);
        ranks = all;
        registers = null;
    }

    /** Is told of registers. */
    public interface Receiver {
        void register(int register, int rank);
    }
}
