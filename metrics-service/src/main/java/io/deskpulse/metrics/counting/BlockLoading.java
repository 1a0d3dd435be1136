package io.deskpulse.metrics.counting;

import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.metrics.cell.Bundle;
import io.deskpulse.metrics.cell.Keys;
import io.deskpulse.metrics.cell.Split;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads groups of blocks from the store. Every fact is in every split, so where there is no total there is nothing; and
 * of what is new, which most is, only the totals are asked for. Used by one thread.
 */
final class BlockLoading {
    private static final Measure[] MEASURES = Measure.values();

    private final Keys keys;
    private final PartitionStore store;

    BlockLoading(Keys keys, PartitionStore store) {
        this.keys = keys;
        this.store = store;
    }

    /** One hash to read. */
    private record Wanted(BlockGroup group, Split split, Measure measure) {}

    /** Reads what the store holds of these groups, all in two goes at most. */
    void load(List<BlockGroup> groups) {
        if (groups.isEmpty()) {
            return;
        }
        List<Wanted> totals = new ArrayList<>();
        for (BlockGroup group : groups) {
            for (Measure measure : MEASURES) {
                totals.add(new Wanted(group, Split.TOTAL, measure));
            }
        }
        List<Wanted> cuts = new ArrayList<>();
        Set<Bundle> bundles = EnumSet.noneOf(Bundle.class);
        BlockGroup current = null;
        Iterator<Map<String, byte[]>> found = read(totals);
        for (Wanted total : totals) {
            if (total.group() != current) {
                current = total.group();
                bundles.clear();
            }
            Map<String, byte[]> hash = found.next();
            if (!hash.isEmpty()) {
                total.group().of(0).load(total.measure(), hash);
                addCuts(total, bundles, cuts);
            }
        }
        Iterator<Map<String, byte[]>> foundCuts = read(cuts);
        for (Wanted cut : cuts) {
            cut.group().of(cut.split().index()).load(cut.measure(), foundCuts.next());
        }
        groups.forEach(BlockGroup::setLoaded);
    }

    /** A bundle is asked for once, whichever of its measures there is. */
    private static void addCuts(Wanted total, Set<Bundle> bundles, List<Wanted> cuts) {
        for (Split split : Split.ALL) {
            Bundle bundle = Bundle.of(split, total.measure());
            if (!split.equals(Split.TOTAL) && (bundle == null || bundles.add(bundle))) {
                cuts.add(new Wanted(total.group(), split, total.measure()));
            }
        }
    }

    private Iterator<Map<String, byte[]>> read(List<Wanted> wanted) {
        return wanted.isEmpty()
                ? List.<Map<String, byte[]>>of().iterator()
                : store.hashes(wanted.stream()
                                .map(each -> keys.block(each.group().place.id(each.split(), each.measure())))
                                .toList())
                        .iterator();
    }
}
