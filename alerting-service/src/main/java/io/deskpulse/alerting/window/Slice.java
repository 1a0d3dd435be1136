package io.deskpulse.alerting.window;

import java.util.Arrays;

/**
 * The rows of one bucket of time that anything is known of, with their numbers behind each other in one array. Mutable, not thread-safe.
 */
final class Slice {
    private final int width;
    private final int sketches;
    private final Places places = new Places();
    private int[] rows = new int[4];
    private long[] numbers;
    private long[] revisions = new long[4];
    private Buckets[] buckets;

    Slice(Columns columns) {
        width = columns.numbers();
        sketches = columns.sketches();
        numbers = new long[4 * width];
        buckets = new Buckets[4 * sketches];
    }

    int size() {
        return places.size();
    }

    /** The revision that a row is of; below all others where nothing is known of it. */
    long revision(int row) {
        int place = places.find(row);
        return place < 0 ? Long.MIN_VALUE : revisions[place];
    }

    /** Replaces what a row holds, and adds the difference to the same row of the sum of all partitions. */
    void replace(int row, long revision, Contents contents, Slice sum) {
        int own = place(row);
        int all = sum.place(row);
        revisions[own] = revision;
        for (int i = 0; i < width; i++) {
            sum.numbers[all * width + i] += contents.numbers[i] - numbers[own * width + i];
            numbers[own * width + i] = contents.numbers[i];
        }
        for (int i = 0; i < sketches; i++) {
            Buckets before = buckets[own * sketches + i];
            Buckets total = sum.sketch(all * sketches + i);
            if (before != null) {
                total.add(before, -1);
            }
            total.add(contents.sketches[i], 1);
            buckets[own * sketches + i] = contents.sketches[i].empty() ? null : contents.sketches[i].copy();
        }
    }

    /** Adds all of another, so many times. */
    void add(Slice other, int times) {
        for (int theirs = 0; theirs < other.size(); theirs++) {
            int own = place(other.rows[theirs]);
            for (int i = 0; i < width; i++) {
                numbers[own * width + i] += times * other.numbers[theirs * width + i];
            }
            for (int i = 0; i < sketches; i++) {
                Buckets bucket = other.buckets[theirs * sketches + i];
                if (bucket != null) {
                    sketch(own * sketches + i).add(bucket, times);
                }
            }
        }
    }

    int row(int place) {
        return rows[place];
    }

    long number(int place, int column) {
        return numbers[place * width + column];
    }

    /** Null where there are no values. */
    Buckets bucket(int place, int sketch) {
        return buckets[place * sketches + sketch];
    }

    private Buckets sketch(int at) {
        if (buckets[at] == null) {
            buckets[at] = new Buckets();
        }
        return buckets[at];
    }

    private int place(int row) {
        int place = places.findOrAdd(row);
        if (place == rows.length) {
            int room = 2 * rows.length;
            rows = Arrays.copyOf(rows, room);
            revisions = Arrays.copyOf(revisions, room);
            numbers = Arrays.copyOf(numbers, room * width);
            buckets = Arrays.copyOf(buckets, room * sketches);
        }
        rows[place] = row;
        return place;
    }
}
