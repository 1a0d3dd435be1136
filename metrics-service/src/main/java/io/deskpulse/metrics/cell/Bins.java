package io.deskpulse.metrics.cell;

import io.deskpulse.catalogue.measure.Sketch;
import java.util.Arrays;

/** The buckets of one sketch, or the points of a scale, sorted by index, without boxing. Mutable, not thread-safe. */
public final class Bins {
    private int[] indexes = new int[4];
    private long[] numbers = new long[4];
    private int size;

    /** How many buckets are not zero. */
    public int size() {
        return size;
    }

    /** The sketch's index of the bucket in a place, from 0. */
    public int index(int place) {
        return indexes[place];
    }

    /** How many values are in the bucket in a place, from 0. */
    public long number(int place) {
        return numbers[place];
    }

    /** How many values are in the bucket of this index. */
    public long numberOf(int index) {
        int place = Arrays.binarySearch(indexes, 0, size, index);
        return place < 0 ? 0 : numbers[place];
    }

    /** Adds to one bucket; a bucket that becomes zero is forgotten. */
    public void add(int index, long number) {
        int place = Arrays.binarySearch(indexes, 0, size, index);
        if (place >= 0) {
            numbers[place] += number;
            if (numbers[place] == 0) {
                remove(place);
            }
        } else if (number != 0) {
            insert(-place - 1, index, number);
        }
    }

    /** Adds all that another holds. */
    public void add(Bins other) {
        for (int i = 0; i < other.size; i++) {
            add(other.indexes[i], other.numbers[i]);
        }
    }

    /** A quantile in seconds, as {@link Sketch#quantile} defines it; NaN where nothing is in it. */
    public double quantile(double q) {
        return Sketch.quantile(indexes, numbers, size, q);
    }

    private void insert(int place, int index, long number) {
        if (size == indexes.length) {
            indexes = Arrays.copyOf(indexes, size * 2);
            numbers = Arrays.copyOf(numbers, size * 2);
        }
        System.arraycopy(indexes, place, indexes, place + 1, size - place);
        System.arraycopy(numbers, place, numbers, place + 1, size - place);
        indexes[place] = index;
        numbers[place] = number;
        size++;
    }

    private void remove(int place) {
        size--;
        System.arraycopy(indexes, place + 1, indexes, place, size - place);
        System.arraycopy(numbers, place + 1, numbers, place, size - place);
    }
}
