package io.deskpulse.alerting.window;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/** The cells of one level and one length of bucket, for as long as rules look back. Mutable, not thread-safe. */
final class CellSet {
    private static final int ROWS_WORTH_TIDYING = 1_000;

    private final Columns columns;
    private final Contents scratch;
    private final Rows rows = new Rows();
    private final NavigableMap<Long, Bucket> buckets = new TreeMap<>();
    private final Map<Asked, Tallies> answers = new HashMap<>();
    private int tidied;

    CellSet(Columns columns) {
        this.columns = columns;
        this.scratch = new Contents(columns);
    }

    /** What was asked since something changed last: many rules ask the same. */
    private record Asked(Cut cut, long from, long to) {}

    Columns columns() {
        return columns;
    }

    /** To be filled for the next {@link #put}. */
    Contents scratch() {
        return scratch;
    }

    /** Takes what the scratch holds for a cell; false where nothing changes by it. */
    boolean put(int partition, int generation, long revision, long bucketStart, List<String> row) {
        boolean changed = buckets.computeIfAbsent(bucketStart, start -> new Bucket(columns))
                .put(partition, generation, revision, rows.number(row), scratch);
        if (changed) {
            answers.clear();
        }
        return changed;
    }

    /** The sums of the buckets that start in a time, end exclusive. */
    Tallies sum(Cut cut, long from, long to) {
        return answers.computeIfAbsent(new Asked(cut, from, to), this::add);
    }

    private Tallies add(Asked asked) {
        Tallies tallies = new Tallies(columns, rows.grouping(asked.cut));
        buckets.subMap(asked.from, asked.to).values().forEach(bucket -> tallies.add(bucket.sum()));
        return tallies;
    }

    SortedMap<Long, Bucket> buckets() {
        return buckets;
    }

    List<String> row(int number) {
        return rows.values(number);
    }

    /** Buckets before this change no more. */
    void settleBefore(long start) {
        for (Bucket bucket : buckets.headMap(start, false).descendingMap().values()) {
            if (bucket.settled()) {
                return;
            }
            bucket.settle();
        }
    }

    void forgetBefore(long start) {
        // Time has gone on: nobody asks the same again.
        answers.clear();
        SortedMap<Long, Bucket> old = buckets.headMap(start);
        if (!old.isEmpty()) {
            old.clear();
            tidy();
        }
    }

    private void tidy() {
        if (rows.size() > Math.max(ROWS_WORTH_TIDYING, 2 * tidied)) {
            BitSet used = new BitSet();
            for (Bucket bucket : buckets.values()) {
                for (int place = 0; place < bucket.sum().size(); place++) {
                    used.set(bucket.sum().row(place));
                }
            }
            rows.keep(used);
            tidied = rows.size();
        }
    }
}
