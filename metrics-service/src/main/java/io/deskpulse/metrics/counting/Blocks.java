package io.deskpulse.metrics.counting;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deskpulse.catalogue.cell.Granularity;
import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.metrics.cell.Keys;
import io.deskpulse.metrics.cell.Series;
import io.deskpulse.metrics.cell.Split;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The counters that one owner works on: read from the store when first needed, changed in memory, written whole. Bounded
 * by {@link #evict}. Used by one thread.
 */
final class Blocks {
    private static final Measure[] MEASURES = Measure.values();
    private static final int SPLITS = Split.ALL.size();

    private final Keys keys;
    private final BlockLoading loading;
    private final int limit;
    private final long minuteHorizonMillis;
    private final Map<BlockPlace, BlockGroup> groups = new LinkedHashMap<>(64, 0.75f, true);
    private final Set<BlockGroup> changed = new LinkedHashSet<>();
    private long overflowed;
    private int size;

    /**
     * @param limit how many values a block tells apart
     * @param minuteHorizonMillis age of minutes beyond which their cells are not sent on
     */
    Blocks(Keys keys, PartitionStore store, int limit, long minuteHorizonMillis) {
        this.keys = keys;
        this.loading = new BlockLoading(keys, store);
        this.limit = limit;
        this.minuteHorizonMillis = minuteHorizonMillis;
    }

    /** Adds the rows to every split; blocks that are not held are read first, all in one go. */
    void add(List<FactRow> rows, long nowMillis) {
        BlockGroup[] groupOf = new BlockGroup[rows.size()];
        Map<BlockPlace, BlockGroup> ofBatch = new HashMap<>();
        for (int i = 0; i < groupOf.length; i++) {
            FactRow row = rows.get(i);
            groupOf[i] = ofBatch.computeIfAbsent(BlockPlace.of(row.tenant, row.granularity, row.bucket), this::group);
        }
        load(ofBatch.values());
        for (int i = 0; i < groupOf.length; i++) {
            add(rows.get(i), groupOf[i], nowMillis);
        }
    }

    /** What each cell's block holds of its value; null where nothing. Those that are not held are read in one go. */
    List<Strip> strips(List<CellRef> cells) {
        Map<BlockPlace, BlockGroup> wanted = new HashMap<>();
        for (CellRef cell : cells) {
            wanted.computeIfAbsent(BlockPlace.of(cell.tenant(), cell.granularity(), cell.bucket()), this::group);
        }
        load(wanted.values());
        List<Strip> strips = new ArrayList<>(cells.size());
        for (CellRef cell : cells) {
            BlockGroup group = wanted.get(BlockPlace.of(cell.tenant(), cell.granularity(), cell.bucket()));
            Strip found = group.of(cell.split().index()).find(cell.value());
            strips.add(found == null ? null : found.view());
        }
        return strips;
    }

    /** Puts into {@code changes} all that was added since the last call. */
    void takeChanges(Changes changes, List<byte[]> dirty) {
        byte[] revision = Long.toString(changes.fence().revision()).getBytes(UTF_8);
        for (BlockGroup group : changed) {
            BlockPlace place = group.place;
            for (int split = 0; split < SPLITS; split++) {
                group.of(split).takeChanges(keys, changes, (cut, value, bucket) -> {
                    dirty.add(revision);
                    dirty.add(new CellRef(place.tenant(), place.granularity(), bucket, cut, value)
                            .text()
                            .getBytes(UTF_8));
                });
            }
            size -= group.size();
            group.measure();
            size += group.size();
        }
        changed.clear();
    }

    /** Facts of one bucket and combination that went to {@code ~other} since the last call. */
    long takeOverflowed() {
        long taken = overflowed;
        overflowed = 0;
        return taken;
    }

    /** Forgets what was not used for longest until at most this many series are held. */
    void evict(int maxSeries) {
        Iterator<BlockGroup> oldest = groups.values().iterator();
        while (size > maxSeries && oldest.hasNext()) {
            BlockGroup group = oldest.next();
            if (!changed.contains(group)) {
                size -= group.size();
                oldest.remove();
            }
        }
    }

    /** How many series are held. */
    int size() {
        return size;
    }

    private BlockGroup group(BlockPlace place) {
        return groups.computeIfAbsent(place, any -> new BlockGroup(place, limit));
    }

    private void load(Iterable<BlockGroup> wanted) {
        List<BlockGroup> missing = new ArrayList<>();
        for (BlockGroup group : wanted) {
            if (!group.isLoaded()) {
                missing.add(group);
            }
        }
        loading.load(missing);
        for (BlockGroup group : missing) {
            size += group.size();
        }
    }

    private void add(FactRow row, BlockGroup group, long nowMillis) {
        int slot = row.granularity.slotOf(row.bucket);
        Route route = group.route(row.dimensions);
        long ageMillis = nowMillis - (row.bucket + 1) * row.granularity.millis();
        boolean sentOn = row.granularity != Granularity.MINUTE || ageMillis < minuteHorizonMillis;
        boolean any = false;
        for (int i = 0; i < MEASURES.length; i++) {
            Sum sum = row.sums[i];
            // A block that the store has let go of already must not come back with this batch alone in it.
            if (sum != null && !sum.isZero() && group.place.expireAtMillis(MEASURES[i]) > nowMillis) {
                any = true;
                add(group, route.strips(), MEASURES[i], slot, sum);
            }
        }
        if (any) {
            changed.add(group);
            overflowed += route.overflowing();
            for (int split = 0; sentOn && split < SPLITS; split++) {
                route.strips()[split].touch(slot);
            }
        }
    }

    private void add(BlockGroup group, Strip[] strips, Measure measure, int slot, Sum sum) {
        for (int split = 0; split < SPLITS; split++) {
            Strip strip = strips[split];
            group.of(split).change(strip);
            if (sum.money != null) {
                sum.money.forEach(
                        (currency, micros) -> strip.change(measure, currency).addMoney(slot, micros));
            } else {
                addTo(strip.change(measure, slot), slot, sum);
            }
        }
    }

    private static void addTo(Series series, int slot, Sum sum) {
        switch (series.shape()) {
            case COUNT -> series.addCount(slot, sum.count);
            case DISTINCT -> series.addMembers(slot, sum.members);
            case MEAN -> series.addQuantities(slot, sum.count, sum.sum, sum.squares);
            case DISTRIBUTION, SCORE -> {
                series.addQuantities(slot, sum.count, sum.sum, sum.squares);
                if (sum.bins != null) {
                    series.addBins(slot, sum.bins);
                }
            }
            case MONEY -> throw new IllegalArgumentException("money without a currency");
        }
    }
}
