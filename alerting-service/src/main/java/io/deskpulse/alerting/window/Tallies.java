package io.deskpulse.alerting.window;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What is counted of each group in a window. Not thread-safe. */
public final class Tallies {
    private static final int NONE = -1;

    private final Columns columns;
    private final Grouping grouping;
    private final int width;
    private final int sketches;
    private final BitSet present = new BitSet();
    private final Map<String, Map<List<String>, Reading>> readings = new HashMap<>();
    private long[] numbers;
    private Buckets[] buckets;

    Tallies(Columns columns, Grouping grouping) {
        this.columns = columns;
        this.grouping = grouping;
        this.width = columns.numbers();
        this.sketches = columns.sketches();
        this.numbers = new long[grouping.size() * width];
        this.buckets = new Buckets[grouping.size() * sketches];
    }

    void add(Slice slice) {
        for (int place = 0; place < slice.size(); place++) {
            int group = grouping.groupOf(slice.row(place));
            if (group >= 0) {
                makeRoom(group);
                present.set(group);
                for (int i = 0; i < width; i++) {
                    numbers[group * width + i] += slice.number(place, i);
                }
                for (int i = 0; i < sketches; i++) {
                    add(group * sketches + i, slice.bucket(place, i));
                }
            }
        }
    }

    private void add(int at, Buckets bucket) {
        if (bucket != null) {
            if (buckets[at] == null) {
                buckets[at] = new Buckets();
            }
            buckets[at].add(bucket, 1);
        }
    }

    private void makeRoom(int group) {
        if ((group + 1) * width > numbers.length || (group + 1) * sketches > buckets.length) {
            int room = Math.max(group + 1, 2 * grouping.size());
            numbers = Arrays.copyOf(numbers, room * width);
            buckets = Arrays.copyOf(buckets, room * sketches);
        }
    }

    /** What was made of a group under this name, or else is made now. */
    Reading once(String name, List<String> group, Supplier<Reading> make) {
        Map<List<String>, Reading> named = readings.computeIfAbsent(name, key -> new HashMap<>());
        Reading known = named.get(group);
        if (known == null) {
            known = make.get();
            named.put(group, known);
        }
        return known;
    }

    /** The groups that there are cells of, as they first came. */
    public List<List<String>> groups() {
        List<List<String>> groups = new ArrayList<>(present.cardinality());
        present.stream().forEach(group -> groups.add(grouping.group(group)));
        return groups;
    }

    /** Whether there is any cell of it. */
    public boolean has(List<String> group) {
        int number = grouping.number(group, NONE);
        return number >= 0 && present.get(number);
    }

    /** 0 where nothing is counted. */
    public long number(List<String> group, Column column) {
        int number = grouping.number(group, NONE);
        int at = number * width + columns.place(column);
        return number < 0 || at >= numbers.length ? 0 : numbers[at];
    }

    /** A quantile of a sketch in its unit; NaN where there are no values. */
    public double quantile(List<String> group, Column column, double q) {
        int number = grouping.number(group, NONE);
        int at = number * sketches + columns.place(column);
        Buckets bucket = number < 0 || at >= buckets.length ? null : buckets[at];
        return bucket == null ? Double.NaN : bucket.quantile(q);
    }
}
