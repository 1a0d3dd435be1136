package io.deskpulse.alerting.window;

import java.util.HashMap;
import java.util.Map;

/**
 * One minute or hour: what each partition has counted, and the sum of it. Of a cell the greatest revision counts; once a newer generation says anything about
 * this bucket and partition, nothing older does. Mutable, not thread-safe.
 */
final class Bucket {
    private final Columns columns;
    private final Slice sum;
    private Map<Integer, Share> shares = new HashMap<>();

    Bucket(Columns columns) {
        this.columns = columns;
        this.sum = new Slice(columns);
    }

    /** What one partition has counted, in one generation. */
    private record Share(int generation, Slice slice) {}

    Slice sum() {
        return sum;
    }

    /** False where the cell is known already, or better. */
    boolean put(int partition, int generation, long revision, int row, Contents contents) {
        if (shares == null) {
            return false;
        }
        Share share = shares.get(partition);
        if (share == null || share.generation < generation) {
            if (share != null) {
                sum.add(share.slice, -1);
            }
            share = new Share(generation, new Slice(columns));
            shares.put(partition, share);
        }
        if (share.generation > generation || share.slice.revision(row) >= revision) {
            return false;
        }
        share.slice.replace(row, revision, contents, sum);
        return true;
    }

    /** Keeps the sum only: nothing changes any more. */
    void settle() {
        shares = null;
    }

    boolean settled() {
        return shares == null;
    }
}
