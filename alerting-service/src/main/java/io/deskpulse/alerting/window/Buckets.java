package io.deskpulse.alerting.window;

import io.deskpulse.catalogue.measure.Sketch;
import java.util.Arrays;
import java.util.function.BiConsumer;

/** How many values are in each bucket of a sketch, in one array from the lowest to the greatest that was met. Mutable, not thread-safe. */
final class Buckets {
    private static final int ROOM = 16;

    private long zeros;
    private int base;
    private long[] numbers = new long[0];

    void add(int index, long number) {
        if (index == Sketch.ZERO) {
            zeros += number;
            return;
        }
        makeRoom(index, index);
        numbers[index - base] += number;
    }

    /** Adds another so many times; -1 takes it back. */
    void add(Buckets other, int times) {
        zeros += times * other.zeros;
        if (other.numbers.length > 0) {
            makeRoom(other.base, other.base + other.numbers.length - 1);
            for (int i = 0; i < other.numbers.length; i++) {
                numbers[other.base - base + i] += times * other.numbers[i];
            }
        }
    }

    private void makeRoom(int least, int greatest) {
        if (numbers.length == 0) {
            base = least;
            numbers = new long[greatest - least + 1];
        } else if (least < base || greatest >= base + numbers.length) {
            int from = least < base ? least - ROOM : base;
            int to = Math.max(base + numbers.length, greatest + 1);
            long[] wider = new long[to - from];
            System.arraycopy(numbers, 0, wider, base - from, numbers.length);
            numbers = wider;
            base = from;
        }
    }

    /** In seconds; NaN where nothing is in it. */
    double quantile(double q) {
        int[] indexes = new int[numbers.length + 1];
        long[] filled = new long[numbers.length + 1];
        int size = 0;
        if (zeros != 0) {
            indexes[0] = Sketch.ZERO;
            filled[size++] = zeros;
        }
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] != 0) {
                indexes[size] = base + i;
                filled[size++] = numbers[i];
            }
        }
        return Sketch.quantile(indexes, filled, size, q);
    }

    void forEach(BiConsumer<Integer, Long> each) {
        if (zeros != 0) {
            each.accept(Sketch.ZERO, zeros);
        }
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] != 0) {
                each.accept(base + i, numbers[i]);
            }
        }
    }

    Buckets copy() {
        Buckets copy = new Buckets();
        copy.zeros = zeros;
        copy.base = base;
        copy.numbers = Arrays.copyOf(numbers, numbers.length);
        return copy;
    }

    void clear() {
        zeros = 0;
        numbers = new long[0];
    }

    boolean empty() {
        return zeros == 0 && numbers.length == 0;
    }
}
