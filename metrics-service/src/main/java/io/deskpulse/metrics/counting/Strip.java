package io.deskpulse.metrics.counting;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.catalogue.measure.Shape;
import io.deskpulse.metrics.cell.Series;
import io.deskpulse.metrics.cell.SeriesCodec;
import io.deskpulse.metrics.cell.Split;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that one block holds of one value: a series for each measure, for each currency where it is money; and what of it
 * changed. Mutable, not thread-safe.
 */
public final class Strip {
    private static final Measure[] MEASURES = Measure.values();

    private final String value;
    private final byte[] field;
    private final int slots;
    private final Series[] series = new Series[MEASURES.length];
    private Map<Measure, Map<String, Series>> money = Map.of();
    private long changedMeasures;
    private long changedSketches;
    private long touchedSlots;
    private int size;

    Strip(String value, int slots) {
        this.value = value;
        this.field = value.getBytes(UTF_8);
        this.slots = slots;
    }

    /** The value, without a currency. */
    String value() {
        return value;
    }

    /** The name of its fields, where no currency stands behind it. */
    byte[] field() {
        return field;
    }

    /** How many series it holds. */
    int size() {
        return size;
    }

    /** The series of a measure that is no money; null where nothing ever was. */
    public Series of(Measure measure) {
        return series[measure.ordinal()];
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
        Series found = series[at];
        if (found == null) {
            found = new Series(measure.shape(), slots);
            series[at] = found;
            size++;
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
        series[measure.ordinal()] = stored;
        size++;
    }

    /** Takes in one bucket of a measure of shape DISTINCT as it is stored. */
    void putBucket(Measure measure, byte[] packed) {
        if (series[measure.ordinal()] == null) {
            put(measure, new Series(Shape.DISTINCT, slots));
        }
        SeriesCodec.decodeInto(series[measure.ordinal()], packed);
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
        return taken;
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
