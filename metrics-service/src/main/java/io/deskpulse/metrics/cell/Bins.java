package io.deskpulse.metrics.cell;

import java.util.Arrays;

/** The buckets of one sketch, sorted by index, without boxing. Mutable, not thread-safe. */
final class Bins {
    private int[] indexes = new int[8];
    private long[] numbers = new long[8];
    private int size;

    int size() {
        return size;
    }

    int index(int place) {
        return indexes[place];
    }

    long number(int place) {
        return numbers[place];
    }

    /** Adds to one bucket; a bucket that becomes zero is forgotten. */
    void add(int index, long number) {
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
