package io.deskpulse.metrics.counting;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.catalogue.measure.Shape;
import io.deskpulse.metrics.cell.Bundle;
import io.deskpulse.metrics.cell.BundleCodec;
import io.deskpulse.metrics.cell.Series;
import io.deskpulse.metrics.cell.SeriesCodec;
import io.deskpulse.metrics.cell.Split;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that one block holds of one value: a series for each measure, for each currency where it is money; and what of it
 * changed. Bundles stay packed until they are needed: of the thousand combinations that a block tells apart few come
 * again soon. Mutable, not thread-safe.
 */
public final class Strip {
    private static final Measure[] MEASURES = Measure.values();
    private static final int BUNDLES = Bundle.values().length;
    /** What a usual series takes. */
    private static final int SERIES_BYTES = 200;

    private final String value;
    private final int slots;
    private Series[] series;
    /** Null where it is unpacked, or nothing is there. */
    private byte[][] packed;

    private Map<Measure, Map<String, Series>> money = Map.of();
    private long changedMeasures;
    private long changedSketches;
    private long touchedSlots;
    private int size;
    private int sketchWeight;

    Strip(String value, int slots) {
        this.value = value;
        this.slots = slots;
    }

    /** The value, without a currency. */
    String value() {
        return value;
    }

    /** The name of its fields, where no currency stands behind it. */
    byte[] field() {
        return value.getBytes(UTF_8);
    }

    /** How many series it holds; what is packed and sketches weigh as many as would take their memory. */
    int size() {
        int bytes = 0;
        for (int bundle = 0; packed != null && bundle < BUNDLES; bundle++) {
            bytes += packed[bundle] == null ? 0 : packed[bundle].length;
        }
        return 1 + size + sketchWeight + bytes / SERIES_BYTES;
    }

    /** The series of a measure that is no money; null where nothing ever was. */
    public Series of(Measure measure) {
        unpack(measure);
        return series == null ? null : series[measure.ordinal()];
    }

    /** The series of a measure of shape MONEY by currency. */
    public Map<String, Series> money(Measure measure) {
        return money.getOrDefault(measure, Map.of());
    }

    /** The series of a measure that is no money, to be changed now. */
    Series change(Measure measure, int slot) {
        int at = measure.ordinal();
        changedMeasures |= 1L << at;
        if (measure.shape() == Shape.DISTINCT) {
            changedSketches |= 1L << slot;
        }
        Series found = of(measure);
        if (found == null) {
            found = new Series(measure.shape(), slots);
            put(measure, found);
        }
        return found;
    }

    /** The series of a measure of shape MONEY, to be changed now. */
    Series change(Measure measure, String currency) {
        changedMeasures |= 1L << measure.ordinal();
        return currencies(measure).computeIfAbsent(currency, any -> {
            size++;
            return new Series(Shape.MONEY, slots);
        });
    }

    /** Takes in a series as it is stored. */
    void put(Measure measure, Series stored) {
        if (series == null) {
            series = new Series[MEASURES.length];
        }
        series[measure.ordinal()] = stored;
        size++;
    }

    /** Takes in one bucket of a measure of shape DISTINCT as it is stored. */
    void putBucket(Measure measure, byte[] stored) {
        if (of(measure) == null) {
            put(measure, new Series(Shape.DISTINCT, slots));
        }
        SeriesCodec.decodeInto(of(measure), stored);
        weighSketches();
    }

    /** Takes in a whole bundle as it is stored, or about to be. */
    void put(Bundle bundle, byte[] stored) {
        if (packed == null) {
            packed = new byte[BUNDLES][];
        }
        packed[bundle.ordinal()] = stored;
        for (long rest = series == null ? 0 : bundle.ordinals(); rest != 0; rest &= rest - 1) {
            int at = Long.numberOfTrailingZeros(rest);
            if (series[at] != null) {
                series[at] = null;
                size--;
            }
        }
        if (size == 0) {
            series = null;
        }
    }

    /** The same contents, to be read: what is unpacked for that is not held. */
    Strip view() {
        Strip view = new Strip(value, slots);
        view.series = series == null ? null : series.clone();
        view.packed = packed == null ? null : packed.clone();
        view.money = money;
        return view;
    }

    private void unpack(Measure measure) {
        if (packed == null) {
            return;
        }
        Bundle bundle = Bundle.of(Split.FULL, measure);
        if (bundle != null && packed[bundle.ordinal()] != null) {
            byte[] stored = packed[bundle.ordinal()];
            packed[bundle.ordinal()] = null;
            BundleCodec.decode(slots, stored, this::put);
        }
    }

    /** Takes in a series of money as it is stored. */
    void put(Measure measure, String currency, Series stored) {
        currencies(measure).put(currency, stored);
        size++;
    }

    private Map<String, Series> currencies(Measure measure) {
        if (money.isEmpty()) {
            money = new TreeMap<>();
        }
        return money.computeIfAbsent(measure, any -> new TreeMap<>());
    }

    boolean isChanged() {
        return changedMeasures != 0;
    }

    /** The changed measures, a bit for each ordinal, since the last call. */
    long takeChanged() {
        long taken = changedMeasures;
        changedMeasures = 0;
        return taken;
    }

    /** The buckets in which different things were counted, a bit for each slot, since the last call. */
    long takeChangedSketches() {
        long taken = changedSketches;
        changedSketches = 0;
        if (taken != 0) {
            weighSketches();
        }
        return taken;
    }

    private void weighSketches() {
        sketchWeight = 0;
        for (int i = 0; series != null && i < series.length; i++) {
            sketchWeight += series[i] == null ? 0 : series[i].sketchBytes() / SERIES_BYTES;
        }
    }

    /** Notes that a bucket is to be sent on. */
    void touch(int slot) {
        touchedSlots |= 1L << slot;
    }

    /** The buckets to be sent on, a bit for each slot, since the last call. */
    long takeTouched() {
        long taken = touchedSlots;
        touchedSlots = 0;
        return taken;
    }

    /** The name of the field for a bucket. */
    byte[] field(int slot) {
        return Split.withSlot(value, slot).getBytes(UTF_8);
    }

    /** The name of the field for a currency. */
    byte[] field(String currency) {
        return Split.withCurrency(value, currency).getBytes(UTF_8);
    }
}
