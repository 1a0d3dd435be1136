package io.deskpulse.alerting.window;

import io.deskpulse.alerting.window.Needs.Kept;
import io.deskpulse.catalogue.cell.Granularity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The cells of one tenant that its rules look at. Mutable, not thread-safe. */
public final class Windows {
    /** Minutes are sent for two hours; what is older than this changes no more. */
    private static final long SETTLED_AFTER = 4 * Granularity.HOUR.millis();

    /** Windows end up to a slide and a delay before the watermark. */
    private static final long SLACK = Granularity.HOUR.millis();

    private final Needs needs;
    private final Map<Kept, CellSet> sets = new HashMap<>();
    private long revision;
    private long hoursKnownFrom = Long.MAX_VALUE;

    public Windows(Needs needs) {
        this.needs = needs;
        needs.columns().forEach((kept, columns) -> sets.put(kept, new CellSet(new Columns(columns))));
    }

    public Needs needs() {
        return needs;
    }

    /** Grows whenever a cell changes. */
    public long revision() {
        return revision;
    }

    /** The first hour since which hours are kept without a gap; later than any where none are. Milliseconds. */
    public long hoursKnownFrom() {
        return hoursKnownFrom;
    }

    /** Says since when hours are there. */
    public void hoursKnownFrom(long hour) {
        hoursKnownFrom = hour;
    }

    /** The set that a cell belongs to; null where no rule looks at it. */
    CellSet set(Granularity granularity, Level level) {
        return sets.get(new Kept(granularity, level));
    }

    /** Takes what the set's scratch holds for a cell. */
    boolean put(CellSet set, int partition, int generation, long cellRevision, long bucketStart, List<String> row) {
        boolean changed = set.put(partition, generation, cellRevision, bucketStart, row);
        if (changed) {
            revision++;
        }
        return changed;
    }

    /** What is counted of each group from one time to another, end exclusive; both are borders of buckets. */
    public Tallies read(Granularity granularity, Cut cut, long from, long to) {
        return set(granularity, cut.level()).sum(cut, from, to);
    }

    /** Time has come so far: forgets what no rule will look at again. */
    public void advance(long watermark) {
        sets.forEach((kept, set) -> {
            if (kept.granularity() == Granularity.MINUTE) {
                set.settleBefore(watermark - SETTLED_AFTER);
            }
            set.forgetBefore(watermark - needs.lookBack(kept) - SLACK);
        });
    }
}
