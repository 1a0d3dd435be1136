package io.deskpulse.metrics.cell;

import io.deskpulse.catalogue.measure.Shape;
import io.deskpulse.catalogue.measure.Tally;
import java.util.Arrays;

/**
 * What a block holds of one value: for each bucket, the parts that the measure's shape names. A measure of shape MONEY
 * is held in the sum, one of shape DISTINCT in the sketch. Only buckets that were ever filled take memory, sorted by
 * slot. Mutable, not thread-safe.
 */
public final class Series {
    private final Shape shape;
    private final int slots;
    private byte[] filled = new byte[2];
    private long[] counts;
    private long[] sums;
    private long[] squares;
    private Bins[] bins;
    private Registers[] registers;
    private int size;

    /** An empty series of that many buckets, at most 127. */
    public Series(Shape shape, int slots) {
        this.shape = shape;
        this.slots = slots;
        boolean quantities = shape.ofQuantities();
        this.counts = shape == Shape.MONEY || shape == Shape.DISTINCT ? null : new long[2];
        this.sums = quantities || shape == Shape.MONEY ? new long[2] : null;
        this.squares = quantities ? new long[2] : null;
        this.bins = shape.binned() ? new Bins[2] : null;
        this.registers = shape == Shape.DISTINCT ? new Registers[2] : null;
    }

    public Shape shape() {
        return shape;
    }

    /** How many buckets the block has. */
    public int slots() {
        return slots;
    }

    /** The count of a bucket; 0 for shapes MONEY and DISTINCT. */
    public long count(int slot) {
        return at(counts, find(slot));
    }

    /** The sum of a bucket; 0 for shapes COUNT and DISTINCT. */
    public long sum(int slot) {
        return at(sums, find(slot));
    }

    /** The sum of squares of a bucket; 0 for shapes without. */
    public long squares(int slot) {
        return at(squares, find(slot));
    }

    /** How a bucket's values are distributed, or null where it is empty. */
    public Bins bins(int slot) {
        return binsAt(find(slot));
    }

    /** Adds things to a bucket; for shape COUNT. */
    public void addCount(int slot, long number) {
        int place = make(slot);
        counts[place] += number;
    }

    /** Adds money to a bucket; for shape MONEY. */
    public void addMoney(int slot, long micros) {
        int place = make(slot);
        sums[place] += micros;
    }

    /** Adds quantities to a bucket; for shapes of quantities. */
    public void addQuantities(int slot, long number, long sum, long squaresOf) {
        int place = make(slot);
        counts[place] += number;
        sums[place] += sum;
        squares[place] += squaresOf;
    }

    /** Adds to a bin of a bucket; for shapes with bins. */
    public void addBin(int slot, int index, long number) {
        made(slot).add(index, number);
    }

    /** Adds bins to those of a bucket; for shapes with bins. */
    public void addBins(int slot, Bins other) {
        made(slot).add(other);
    }

    /** Sets a register of a bucket, unless it has a greater rank; for shape DISTINCT. */
    public void addRank(int slot, int register, int rank) {
        members(slot).add(register, rank);
    }

    /** Adds the members of another sketch to a bucket; for shape DISTINCT. */
    public void addMembers(int slot, Registers other) {
        members(slot).add(other);
    }

    /** Which members a bucket has seen, or null where none; for shape DISTINCT. */
    public Registers registers(int slot) {
        return registersAt(find(slot));
    }

    /** About how many bytes its sketches of different things take. */
    public int sketchBytes() {
        int bytes = 0;
        for (int place = 0; registers != null && place < size; place++) {
            bytes += registers[place] == null ? 0 : registers[place].bytes();
        }
        return bytes;
    }

    /** True when nothing, or only what was taken back, is in a bucket. */
    public boolean isEmpty(int slot) {
        int place = find(slot);
        return place < 0 || isEmptyAt(place);
    }

    /** Adds what a bucket holds to a tally. */
    public void addTo(int slot, Tally tally) {
        int place = find(slot);
        tally.count += at(counts, place);
        tally.sum += at(sums, place);
        tally.squares += at(squares, place);
        Bins sketch = binsAt(place);
        for (int i = 0; sketch != null && i < sketch.size(); i++) {
            tally.addBin(sketch.index(i), sketch.number(i));
        }
        Registers members = registersAt(place);
        if (members != null) {
            members.forEach(tally::addRank);
        }
    }

    int size() {
        return size;
    }

    int slotAt(int place) {
        return filled[place];
    }

    boolean isEmptyAt(int place) {
        return at(counts, place) == 0
                && at(sums, place) == 0
                && at(squares, place) == 0
                && binsAt(place) == null
                && registersAt(place) == null;
    }

    long countAt(int place) {
        return at(counts, place);
    }

    long sumAt(int place) {
        return at(sums, place);
    }

    long squaresAt(int place) {
        return at(squares, place);
    }

    Bins binsAt(int place) {
        return bins == null || place < 0 || bins[place] == null || bins[place].size() == 0 ? null : bins[place];
    }

    Registers registersAt(int place) {
        return registers == null || place < 0 ? null : registers[place];
    }

    private static long at(long[] numbers, int place) {
        return numbers == null || place < 0 ? 0 : numbers[place];
    }

    private Registers members(int slot) {
        int place = make(slot);
        if (registers[place] == null) {
            registers[place] = new Registers();
        }
        return registers[place];
    }

    private Bins made(int slot) {
        int place = make(slot);
        if (bins[place] == null) {
            bins[place] = new Bins();
        }
        return bins[place];
    }

    /** Live traffic asks for the last bucket nearly always, so that is looked at first. */
    private int find(int slot) {
        return size > 0 && filled[size - 1] == slot ? size - 1 : Arrays.binarySearch(filled, 0, size, (byte) slot);
    }

    private int make(int slot) {
        int place = find(slot);
        if (place >= 0) {
            return place;
        }
        if (slot < 0 || slot >= slots) {
            throw new IndexOutOfBoundsException("slot " + slot + " of " + slots);
        }
        int at = -place - 1;
        boolean grow = size == filled.length;
        filled = opened(filled, grow, at);
        filled[at] = (byte) slot;
        counts = opened(counts, grow, at);
        sums = opened(sums, grow, at);
        squares = opened(squares, grow, at);
        if (bins != null) {
            bins = grow ? Arrays.copyOf(bins, size * 2) : bins;
            System.arraycopy(bins, at, bins, at + 1, size - at);
            bins[at] = null;
        }
        if (registers != null) {
            registers = grow ? Arrays.copyOf(registers, size * 2) : registers;
            System.arraycopy(registers, at, registers, at + 1, size - at);
            registers[at] = null;
        }
        size++;
        return at;
    }

    private byte[] opened(byte[] from, boolean grow, int at) {
        byte[] to = grow ? Arrays.copyOf(from, size * 2) : from;
        System.arraycopy(to, at, to, at + 1, size - at);
        return to;
    }

    private long[] opened(long[] from, boolean grow, int at) {
        if (from == null) {
            return null;
        }
        long[] to = grow ? Arrays.copyOf(from, size * 2) : from;
        System.arraycopy(to, at, to, at + 1, size - at);
        to[at] = 0;
        return to;
    }
}
