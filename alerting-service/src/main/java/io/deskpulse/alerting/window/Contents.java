package io.deskpulse.alerting.window;

import java.util.Arrays;

/** What one cell holds, in the columns of its level. Used again for each cell; mutable, not thread-safe. */
final class Contents {
    final long[] numbers;
    final Buckets[] sketches;

    Contents(Columns columns) {
        numbers = new long[columns.numbers()];
        sketches = new Buckets[columns.sketches()];
        Arrays.setAll(sketches, i -> new Buckets());
    }

    void clear() {
        Arrays.fill(numbers, 0);
        for (Buckets sketch : sketches) {
            sketch.clear();
        }
    }

    void put(int place, long number) {
        if (place >= 0) {
            numbers[place] = number;
        }
    }
}
