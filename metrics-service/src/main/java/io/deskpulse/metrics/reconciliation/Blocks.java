package io.deskpulse.metrics.reconciliation;

import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.catalogue.measure.Shape;
import io.deskpulse.catalogue.measure.Tally;
import io.deskpulse.metrics.cell.Series;
import io.deskpulse.metrics.cell.SeriesCodec;
import io.deskpulse.metrics.cell.Split;
import java.util.HashMap;
import java.util.Map;

/** Takes stored blocks apart into the cells of a range. Used by one thread. */
public final class Blocks {
    private final Range range;
    private final Map<Cell, Tally> cells = new HashMap<>();

    public Blocks(Range range) {
        this.range = range;
    }

    /** Adds one field of a block. */
    public void add(long block, Split split, Measure measure, String field, byte[] packed) {
        String value = measure.shape() == Shape.DISTINCT ? Split.withoutLast(field) : field;
        int slots = range.granularity().slots();
        Series series = SeriesCodec.decode(measure.shape(), slots, packed);
        for (int slot = 0; slot < slots; slot++) {
            long bucket = block * slots + slot;
            if (bucket >= range.firstBucket() && bucket <= range.lastBucket() && !series.isEmpty(slot)) {
                series.addTo(slot, cells.computeIfAbsent(new Cell(split, value, measure, bucket), any -> new Tally()));
            }
        }
    }

    /** The cells of all that was added. */
    public Map<Cell, Tally> cells() {
        return cells;
    }
}
