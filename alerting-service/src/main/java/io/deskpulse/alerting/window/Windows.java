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
    private final Map<Level, Hours> hours = new HashMap<>();

    public Windows(Needs needs) {
        this.needs = needs;
        needs.columns().forEach((kept, columns) -> keep(kept, new CellSet(new Columns(columns))));
    }

    private void keep(Kept kept, CellSet set) {
        sets.put(kept, set);
        if (kept.granularity() == Granularity.HOUR) {
            hours.put(kept.level(), new Hours(kept.level(), set));
        }
    }

    public Needs needs() {
        return needs;
    }

    /** The first hour since which a level's hours are known without a gap; later than any where none are. Milliseconds. */
    public long hoursKnownFrom(Level level) {
        return hours.containsKey(level) ? hours.get(level).knownFrom() : Long.MAX_VALUE;
    }

    /**
     * Says what is known of hours.
     *
     * @param firstHour since which all of them are in the topic
     * @param stored those that are stored, of any level and time
     */
    public void beginHours(long firstHour, List<HourTallies> stored) {
        hours.values().forEach(each -> each.begin(firstHour, stored));
    }

    /** Hours that are to be stored: what has changed of them, up to a moment. */
    public List<HourTallies> takeUnstoredHours(long until) {
        return hours.values().stream()
                .flatMap(each -> each.takeUnstored(until).stream())
                .toList();
    }

    /** Those could not be stored. */
    public void storeAgain(List<HourTallies> notStored) {
        hours.values().forEach(each -> each.storeAgain(notStored));
    }

    /** The set that a cell belongs to; null where no rule looks at it. */
    CellSet set(Granularity granularity, Level level) {
        return sets.get(new Kept(granularity, level));
    }

    /**
     * Says which cell it is.
     *
     * @param row its values, in the order of the level
     */
    record Cell(
            Granularity granularity,
            Level level,
            int partition,
            int generation,
            long revision,
            long bucketStart,
            List<String> row) {}

    /** Takes what the scratch of the cell's set holds. */
    boolean put(Cell cell) {
        Hours ofLevel = cell.granularity() == Granularity.HOUR ? hours.get(cell.level()) : null;
        if (ofLevel != null && !ofLevel.takes(cell.bucketStart())) {
            return false;
        }
        boolean changed = set(cell.granularity(), cell.level())
                .put(cell.partition(), cell.generation(), cell.revision(), cell.bucketStart(), cell.row());
        if (changed && ofLevel != null) {
            ofLevel.changed(cell.bucketStart());
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
