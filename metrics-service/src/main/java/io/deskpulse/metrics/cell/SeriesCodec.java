package io.deskpulse.metrics.cell;

import io.deskpulse.catalogue.measure.Shape;

/**
 * The packed form of a {@link Series} (docs/decisions/0002): for each bucket that is not empty, the distance from the
 * slot before it, then the parts of its shape. Nothing at all where every bucket is empty. Thread-safe.
 */
public final class SeriesCodec {
    private static final ThreadLocal<Packer> PACKER = ThreadLocal.withInitial(Packer::new);

    private SeriesCodec() {}

    /** Packs a series. */
    public static byte[] encode(Series series) {
        Packer packer = PACKER.get();
        int before = 0;
        for (int place = 0; place < series.size(); place++) {
            if (!series.isEmptyAt(place)) {
                packer.varint(series.slotAt(place) - before);
                before = series.slotAt(place);
                packBucket(packer, series, place);
            }
        }
        return packer.take();
    }

    /** Packs one bucket of a series, as a series that holds nothing else. */
    public static byte[] encodeBucket(Series series, int slot) {
        Packer packer = PACKER.get();
        for (int place = 0; place < series.size(); place++) {
            if (series.slotAt(place) == slot && !series.isEmptyAt(place)) {
                packer.varint(slot);
                packBucket(packer, series, place);
            }
        }
        return packer.take();
    }

    private static void packBucket(Packer packer, Series series, int place) {
        switch (series.shape()) {
            case COUNT -> packer.zigzag(series.countAt(place));
            case DISTINCT -> packRegisters(packer, series.registersAt(place));
            case MONEY -> packer.zigzag(series.sumAt(place));
            case MEAN -> packQuantities(packer, series, place);
            case DISTRIBUTION, SCORE -> {
                packQuantities(packer, series, place);
                packBins(packer, series.binsAt(place));
            }
        }
    }

    private static void packRegisters(Packer packer, Registers registers) {
        packer.varint(registers.size());
        int[] before = {0};
        registers.forEach((register, rank) -> {
            packer.zigzag(register - before[0]);
            packer.zigzag(rank);
            before[0] = register;
        });
    }

    private static void packQuantities(Packer packer, Series series, int place) {
        packer.zigzag(series.countAt(place));
        packer.zigzag(series.sumAt(place));
        packer.zigzag(series.squaresAt(place));
    }

    private static void packBins(Packer packer, Bins bins) {
        packer.varint(bins == null ? 0 : bins.size());
        long before = 0;
        for (int i = 0; bins != null && i < bins.size(); i++) {
            packer.zigzag(bins.index(i) - before);
            packer.zigzag(bins.number(i));
            before = bins.index(i);
        }
    }

    /**
     * Unpacks a series.
     *
     * @throws IndexOutOfBoundsException where the bytes are no series of that shape and length
     */
    public static Series decode(Shape shape, int slots, byte[] packed) {
        return decode(shape, slots, new Unpacker(packed));
    }

    static Series decode(Shape shape, int slots, Unpacker unpacker) {
        Series series = new Series(shape, slots);
        decode(unpacker, series);
        return series;
    }

    /** As {@link #decode(Shape, int, byte[])}, into a series that may hold other buckets already. */
    public static void decodeInto(Series series, byte[] packed) {
        decode(new Unpacker(packed), series);
    }

    private static void decode(Unpacker unpacker, Series series) {
        int slot = 0;
        while (unpacker.hasMore()) {
            slot += (int) unpacker.varint();
            switch (series.shape()) {
                case COUNT -> series.addCount(slot, unpacker.zigzag());
                case MONEY -> series.addMoney(slot, unpacker.zigzag());
                case MEAN -> series.addQuantities(slot, unpacker.zigzag(), unpacker.zigzag(), unpacker.zigzag());
                case DISTRIBUTION, SCORE -> {
                    series.addQuantities(slot, unpacker.zigzag(), unpacker.zigzag(), unpacker.zigzag());
                    unpackBins(unpacker, slot, series::addBin);
                }
                case DISTINCT -> unpackBins(unpacker, slot, (at, index, rank) -> series.addRank(at, index, (int) rank));
            }
        }
    }

    /** Is told of the entries of a sketch. */
    private interface BinReceiver {
        void bin(int slot, int index, long number);
    }

    private static void unpackBins(Unpacker unpacker, int slot, BinReceiver receiver) {
        long bins = unpacker.varint();
        long index = 0;
        for (long i = 0; i < bins; i++) {
            index += unpacker.zigzag();
            receiver.bin(slot, (int) index, unpacker.zigzag());
        }
    }

    /**
     * Shows what a packed series holds without unpacking it, for readers who add up many.
     *
     * @throws IndexOutOfBoundsException where the bytes are no series of that shape
     */
    public static void visit(Shape shape, byte[] packed, SeriesVisitor visitor) {
        visit(shape, new Unpacker(packed), visitor);
    }

    static void visit(Shape shape, Unpacker unpacker, SeriesVisitor visitor) {
        int slot = 0;
        while (unpacker.hasMore()) {
            slot += (int) unpacker.varint();
            switch (shape) {
                case COUNT -> visitor.bucket(slot, unpacker.zigzag(), 0, 0);
                case MONEY -> visitor.bucket(slot, 0, unpacker.zigzag(), 0);
                case MEAN -> visitor.bucket(slot, unpacker.zigzag(), unpacker.zigzag(), unpacker.zigzag());
                case DISTRIBUTION, SCORE -> {
                    visitor.bucket(slot, unpacker.zigzag(), unpacker.zigzag(), unpacker.zigzag());
                    unpackBins(unpacker, slot, visitor::bin);
                }
                case DISTINCT -> unpackBins(unpacker, slot, visitor::bin);
            }
        }
    }
}
