package io.deskpulse.metrics.counting;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deskpulse.catalogue.cell.Dimensions;
import io.deskpulse.catalogue.cell.Granularity;
import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.metrics.cell.BlockId;
import io.deskpulse.metrics.cell.Keys;
import io.deskpulse.metrics.cell.Series;
import io.deskpulse.metrics.cell.Split;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
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
    /** All but the total, which comes first. */
    private static final List<Split> CUTS = Split.ALL.subList(1, SPLITS);

    private final Keys keys;
    private final PartitionStore store;
    private final int limit;
    private final long minuteHorizonMillis;
    private final Map<BlockGroup.Place, BlockGroup> groups = new LinkedHashMap<>(64, 0.75f, true);
    private final Set<BlockGroup> changed = new LinkedHashSet<>();
    private final Map<Dimensions, String[]> values = new HashMap<>();
    private final Map<String, Distinct> distincts = new LinkedHashMap<>();
    private long overflowed;

    /**
     * @param limit how many values a block tells apart
     * @param minuteHorizonMillis age of minutes beyond which their cells are not sent on
     */
    Blocks(Keys keys, PartitionStore store, int limit, long minuteHorizonMillis) {
        this.keys = keys;
        this.store = store;
        this.limit = limit;
        this.minuteHorizonMillis = minuteHorizonMillis;
    }

    /** Adds the rows to every split; blocks that are not held are read first, all in one go. */
    void add(List<FactRow> rows, long nowMillis) {
        read(missing(rows));
        for (FactRow row : rows) {
            addRow(row, nowMillis);
        }
    }

    /** What one cell holds of each measure, in the order of {@link Measure}; null where nothing. */
    List<Map<String, Series>> cell(CellRef cell) {
        BlockGroup group = group(place(cell.tenant(), cell.granularity(), cell.bucket()));
        Set<BlockId> missing = new LinkedHashSet<>();
        for (Measure measure : MEASURES) {
            need(group, measure, missing);
        }
        read(missing);
        List<Map<String, Series>> contents = new ArrayList<>(MEASURES.length);
        for (Measure measure : MEASURES) {
            contents.add(group.of(measure)[cell.split().index()].of(cell.value()));
        }
        return contents;
    }

    /** Puts into {@code changes} all that was added since the last call. */
    void takeChanges(Changes changes, List<byte[]> dirty) {
        byte[] revision = Long.toString(changes.fence().revision()).getBytes(UTF_8);
        for (BlockGroup group : changed) {
            for (Measure measure : MEASURES) {
                Block[] blocks = group.of(measure);
                for (int i = 0; blocks != null && i < SPLITS; i++) {
                    if (blocks[i].isChanged()) {
                        changes.add(blocks[i].takeChanges());
                    }
                }
            }
            group.takeTouched((split, value, bucket) -> {
                dirty.add(revision);
                dirty.add(new CellRef(group.place.tenant(), group.place.granularity(), bucket, split, value)
                        .text()
                        .getBytes(UTF_8));
            });
        }
        changed.clear();
        distincts.forEach((key, distinct) -> changes.add(distinct.operation(key)));
        distincts.clear();
    }

    /** Values that went to {@code ~other} since the last call. */
    long takeOverflowed() {
        long taken = overflowed;
        overflowed = 0;
        return taken;
    }

    /** Forgets what was not used for longest until at most this many series are held. */
    void evict(int maxSeries) {
        int held = size();
        Iterator<BlockGroup> oldest = groups.values().iterator();
        while (held > maxSeries && oldest.hasNext()) {
            BlockGroup group = oldest.next();
            if (!changed.contains(group)) {
                held -= group.size();
                oldest.remove();
            }
        }
        if (values.size() > 10 * limit) {
            values.clear();
        }
    }

    int size() {
        int size = 0;
        for (BlockGroup group : groups.values()) {
            size += group.size();
        }
        return size;
    }

    private Set<BlockId> missing(List<FactRow> rows) {
        Set<BlockId> missing = new LinkedHashSet<>();
        for (FactRow row : rows) {
            BlockGroup group = group(place(row.tenant, row.granularity, row.bucket));
            for (int i = 0; i < MEASURES.length; i++) {
                if (row.sums[i] != null) {
                    need(group, MEASURES[i], missing);
                }
            }
        }
        return missing;
    }

    private void need(BlockGroup group, Measure measure, Set<BlockId> missing) {
        if (!group.holds(measure)) {
            missing.add(group.place.id(Split.TOTAL, measure));
        }
    }

    /**
     * Reads the blocks of all splits. Every fact is in every split, so where there is no total there is nothing, and of
     * what is new, which most is, only the totals are asked for.
     *
     * @param totals the blocks that are not held, by the one of their total
     */
    private void read(Set<BlockId> totals) {
        if (totals.isEmpty()) {
            return;
        }
        List<Map<String, byte[]>> found = store.hashes(names(totals));
        List<BlockId> cuts = new ArrayList<>();
        int at = 0;
        for (BlockId total : totals) {
            if (!found.get(at++).isEmpty()) {
                CUTS.forEach(split -> cuts.add(cut(total, split)));
            }
        }
        Iterator<Map<String, byte[]>> hashes = cuts.isEmpty()
                ? Collections.emptyIterator()
                : store.hashes(names(cuts)).iterator();
        at = 0;
        for (BlockId total : totals) {
            put(total, found.get(at++), hashes);
        }
    }

    private void put(BlockId total, Map<String, byte[]> found, Iterator<Map<String, byte[]>> cuts) {
        Block[] blocks = new Block[SPLITS];
        blocks[0] = new Block(total, keys.block(total), limit, found);
        for (int split = 1; split < SPLITS; split++) {
            BlockId id = cut(total, Split.ALL.get(split));
            blocks[split] = new Block(id, keys.block(id), limit, found.isEmpty() ? Map.of() : cuts.next());
        }
        group(new BlockGroup.Place(total.tenant(), total.granularity(), total.block()))
                .put(total.measure(), blocks);
    }

    private static BlockId cut(BlockId total, Split split) {
        return new BlockId(total.tenant(), total.granularity(), total.block(), split, total.measure());
    }

    private List<String> names(Collection<BlockId> ids) {
        return ids.stream().map(keys::block).toList();
    }

    private void addRow(FactRow row, long nowMillis) {
        BlockGroup group = group(place(row.tenant, row.granularity, row.bucket));
        int slot = row.granularity.slotOf(row.bucket);
        String[] names = values.computeIfAbsent(row.dimensions, Blocks::valuesOf);
        long ageMillis = nowMillis - (row.bucket + 1) * row.granularity.millis();
        boolean sentOn = row.granularity != Granularity.MINUTE || ageMillis < minuteHorizonMillis;
        boolean any = false;
        for (int i = 0; i < MEASURES.length; i++) {
            Sum sum = row.sums[i];
            // A block that the store has let go of already must not come back with this batch alone in it.
            if (sum != null && !sum.isZero() && group.of(i)[0].expireAtMillis() > nowMillis) {
                any = true;
                addSum(group, MEASURES[i], row.bucket, slot, names, sum, sentOn);
            }
        }
        if (any) {
            changed.add(group);
        }
    }

    private void addSum(
            BlockGroup group, Measure measure, long bucket, int slot, String[] names, Sum sum, boolean sentOn) {
        Block[] blocks = group.of(measure);
        for (int split = 0; split < SPLITS; split++) {
            String value = names[split];
            if (sum.money != null) {
                for (Map.Entry<String, Long> money : sum.money.entrySet()) {
                    value = placed(blocks[split], names[split], money.getKey());
                    blocks[split]
                            .change(Split.withCurrency(value, money.getKey()))
                            .addMoney(slot, money.getValue());
                }
            } else {
                value = placed(blocks[split], names[split], null);
                addTo(blocks[split].change(value), slot, measure, sum);
                if (sum.members != null) {
                    addMembers(group, measure, bucket, Split.ALL.get(split), value, sum.members);
                }
            }
            if (sentOn) {
                group.touch(split, value, slot);
            }
        }
    }

    private String placed(Block block, String value, String currency) {
        String place = block.place(value, currency);
        if (!place.equals(value)) {
            overflowed++;
        }
        return place;
    }

    private static void addTo(Series series, int slot, Measure measure, Sum sum) {
        switch (measure.shape()) {
            case COUNT -> series.addCount(slot, sum.count);
            case DISTINCT -> series.mark(slot);
            case MEAN -> series.addQuantities(slot, sum.count, sum.sum, sum.squares);
            case DISTRIBUTION -> {
                series.addQuantities(slot, sum.count, sum.sum, sum.squares);
                if (sum.bins != null) {
                    series.addBins(slot, sum.bins);
                }
            }
            case MONEY -> throw new IllegalArgumentException("money without a currency");
        }
    }

    private void addMembers(
            BlockGroup group, Measure measure, long bucket, Split split, String value, Set<String> members) {
        BlockGroup.Place place = group.place;
        String key = keys.distinct(place.tenant(), place.granularity(), bucket, split, measure, value);
        long expiry = group.of(measure)[0].expireAtMillis();
        distincts.computeIfAbsent(key, any -> new Distinct(expiry)).members.addAll(members);
    }

    private BlockGroup group(BlockGroup.Place place) {
        return groups.computeIfAbsent(place, BlockGroup::new);
    }

    private static BlockGroup.Place place(String tenant, Granularity granularity, long bucket) {
        return new BlockGroup.Place(tenant, granularity, granularity.blockOf(bucket));
    }

    private static String[] valuesOf(Dimensions dimensions) {
        String[] values = new String[SPLITS];
        for (int i = 0; i < SPLITS; i++) {
            values[i] = Split.ALL.get(i).valueOf(dimensions);
        }
        return values;
    }

    /** What one HyperLogLog is to see. */
    private static final class Distinct {
        private final Set<String> members = new LinkedHashSet<>();
        private final long expireAtMillis;

        private Distinct(long expireAtMillis) {
            this.expireAtMillis = expireAtMillis;
        }

        private Changes.Operation operation(String key) {
            List<byte[]> arguments = new ArrayList<>(members.size());
            members.forEach(member -> arguments.add(member.getBytes(UTF_8)));
            return new Changes.Operation(Changes.Command.PFADD, key.getBytes(UTF_8), true, expireAtMillis, arguments);
        }
    }
}
