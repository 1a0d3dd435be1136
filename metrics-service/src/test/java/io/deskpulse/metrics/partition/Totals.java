package io.deskpulse.metrics.partition;

import io.deskpulse.catalogue.cell.Granularity;
import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.catalogue.measure.Tally;
import io.deskpulse.metrics.cell.Fields;
import io.deskpulse.metrics.cell.Keys;
import io.deskpulse.metrics.cell.Series;
import io.deskpulse.metrics.cell.Split;
import io.deskpulse.metrics.counting.PartitionStore;
import java.util.List;

/** Adds up what one partition holds of one desk. */
final class Totals {
    private Totals() {}

    /** Over the days around the desk's opening, and over every split the same. */
    static long count(PartitionStore store, Keys keys, Desk desk, Measure measure) {
        long total = count(store, keys, desk, measure, Split.TOTAL);
        for (Split split : Split.ALL) {
            long same = count(store, keys, desk, measure, split);
            if (same != total) {
                throw new AssertionError(split.id() + " holds " + same + ", total " + total);
            }
        }
        return total;
    }

    private static long count(PartitionStore store, Keys keys, Desk desk, Measure measure, Split split) {
        Granularity day = Granularity.DAY;
        long block = day.blockOf(day.bucketOf(desk.startMillis));
        List<String> names = List.of(
                keys.block(desk.tenant, day, block, split, measure),
                keys.block(desk.tenant, day, block + 1, split, measure));
        Tally tally = new Tally();
        store.hashes(names).forEach(hash -> hash.values().forEach(packed -> {
            Series series = Fields.series(split, measure, day.slots(), packed);
            for (int slot = 0; slot < day.slots(); slot++) {
                series.addTo(slot, tally);
            }
        }));
        return tally.count;
    }
}
