package io.deskpulse.metrics.counting;

import io.deskpulse.catalogue.cell.Granularity;
import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.metrics.cell.BlockId;
import io.deskpulse.metrics.cell.Split;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The blocks of all measures and splits for the same buckets: what facts of one time are added to. */
final class BlockGroup {
    private static final int SPLITS = Split.ALL.size();

    final Place place;
    private final Block[][] blocks = new Block[Measure.values().length][];
    private final List<Map<String, long[]>> touched = new ArrayList<>();

    /** Which buckets of which tenant. */
    record Place(String tenant, Granularity granularity, long block) {
        BlockId id(Split split, Measure measure) {
            return new BlockId(tenant, granularity, block, split, measure);
        }
    }

    BlockGroup(Place place) {
        this.place = place;
        for (int i = 0; i < SPLITS; i++) {
            touched.add(new HashMap<>());
        }
    }

    boolean holds(Measure measure) {
        return blocks[measure.ordinal()] != null;
    }

    /** Takes in the blocks of a measure, one for each split. */
    void put(Measure measure, Block[] ofSplits) {
        blocks[measure.ordinal()] = ofSplits;
    }

    /** The blocks of a measure by {@link Split#index}; must have been put. */
    Block[] of(Measure measure) {
        return blocks[measure.ordinal()];
    }

    Block[] of(int measure) {
        return blocks[measure];
    }

    /** Notes that a cell has changed. */
    void touch(int split, String value, int slot) {
        touched.get(split).computeIfAbsent(value, any -> new long[1])[0] |= 1L << slot;
    }

    /** Says which cells have changed since the last call. */
    void takeTouched(CellVisitor visitor) {
        for (int split = 0; split < SPLITS; split++) {
            Map<String, long[]> cells = touched.get(split);
            for (Map.Entry<String, long[]> cell : cells.entrySet()) {
                for (long slots = cell.getValue()[0]; slots != 0; slots &= slots - 1) {
                    long bucket = place.block * place.granularity.slots() + Long.numberOfTrailingZeros(slots);
                    visitor.cell(Split.ALL.get(split), cell.getKey(), bucket);
                }
            }
            cells.clear();
        }
    }

    /** How many series it holds. */
    int size() {
        int size = 0;
        for (Block[] ofSplits : blocks) {
            for (int i = 0; ofSplits != null && i < SPLITS; i++) {
                size += ofSplits[i].size();
            }
        }
        return size;
    }

    /** Is told of changed cells. */
    interface CellVisitor {
        void cell(Split split, String value, long bucket);
    }
}
