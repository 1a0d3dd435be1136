package io.deskpulse.metrics.counting;

import io.deskpulse.catalogue.cell.Dimensions;
import io.deskpulse.metrics.cell.Split;
import java.util.HashMap;
import java.util.Map;

/** The blocks of all splits for the same buckets: what facts of one time are added to. Mutable, not thread-safe. */
final class BlockGroup {
    private static final int SPLITS = Split.ALL.size();
    /** Combinations remembered, as a multiple of those told apart. */
    private static final int KNOWN_ROUTES = 2;

    final BlockPlace place;
    private final Block[] blocks = new Block[SPLITS];
    private final int limit;
    private final Map<Dimensions, Route> routes = new HashMap<>();
    private boolean loaded;
    private int size;

    /**
     * @param limit how many values a block tells apart
     */
    BlockGroup(BlockPlace place, int limit) {
        this.place = place;
        this.limit = limit;
        for (int split = 0; split < SPLITS; split++) {
            blocks[split] = new Block(place, Split.ALL.get(split), limit);
        }
    }

    /** Whether what the store holds was taken in. */
    boolean isLoaded() {
        return loaded;
    }

    /** All that the store holds was taken in. */
    void setLoaded() {
        loaded = true;
        measure();
    }

    /** The block of a split by its index. */
    Block of(int split) {
        return blocks[split];
    }

    /** Where facts with these dimensions are added. */
    Route route(Dimensions dimensions) {
        Route known = routes.get(dimensions);
        if (known != null) {
            return known;
        }
        if (routes.size() > KNOWN_ROUTES * limit) {
            routes.clear();
        }
        Route found = find(dimensions);
        routes.put(dimensions, found);
        return found;
    }

    private Route find(Dimensions dimensions) {
        Strip[] strips = new Strip[SPLITS];
        int overflowing = 0;
        for (int split = 0; split < SPLITS; split++) {
            String value = Split.ALL.get(split).valueOf(dimensions);
            strips[split] = blocks[split].at(value);
            overflowing += strips[split].value().equals(value) ? 0 : 1;
        }
        return new Route(strips, overflowing);
    }

    /** Counts its series anew. */
    void measure() {
        size = 0;
        for (Block block : blocks) {
            size += block.size();
        }
    }

    /** How many series it held when {@link #measure} was last called. */
    int size() {
        return size;
    }
}
