package io.deskpulse.metrics.cell;

import io.deskpulse.catalogue.measure.Measure;
import java.util.List;
import java.util.function.Function;

/**
 * The packed form of the series of a {@link Bundle}: for each that is not empty, the ordinal of its measure and its
 * length in bytes, as varints, then the series as {@link SeriesCodec} packs it. So measures may be added at the end of
 * {@link Measure}, never moved. Thread-safe.
 */
public final class BundleCodec {
    private static final Measure[] MEASURES = Measure.values();
    private static final ThreadLocal<Packer> PACKER = ThreadLocal.withInitial(Packer::new);

    private BundleCodec() {}

    /**
     * Packs the series of some measures.
     *
     * @param series the series of a measure, or null
     */
    public static byte[] encode(List<Measure> measures, Function<Measure, Series> series) {
        Packer packer = PACKER.get();
        for (int i = 0; i < measures.size(); i++) {
            Series each = series.apply(measures.get(i));
            if (each != null) {
                byte[] packed = SeriesCodec.encode(each);
                if (packed.length > 0) {
                    packer.varint(measures.get(i).ordinal());
                    packer.bytes(packed);
                }
            }
        }
        return packer.take();
    }

    /**
     * Shows what a packed bundle holds of one measure.
     *
     * @throws IndexOutOfBoundsException where the bytes are no bundle
     */
    public static void visit(Measure measure, byte[] packed, SeriesVisitor visitor) {
        Unpacker unpacker = new Unpacker(packed);
        while (unpacker.hasMore()) {
            boolean wanted = unpacker.varint() == measure.ordinal();
            Unpacker part = unpacker.part();
            if (wanted) {
                SeriesCodec.visit(measure.shape(), part, visitor);
                return;
            }
        }
    }

    /**
     * Unpacks every series of a bundle.
     *
     * @param slots how many buckets a series has
     * @throws IndexOutOfBoundsException where the bytes are no bundle
     */
    public static void decode(int slots, byte[] packed, Receiver receiver) {
        Unpacker unpacker = new Unpacker(packed);
        while (unpacker.hasMore()) {
            Measure measure = MEASURES[(int) unpacker.varint()];
            receiver.series(measure, SeriesCodec.decode(measure.shape(), slots, unpacker.part()));
        }
    }

    /** Is told of series. */
    public interface Receiver {
        void series(Measure measure, Series series);
    }
}
