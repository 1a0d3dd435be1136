package io.deskpulse.alerting.window;

import java.util.Arrays;

/** Numbers rows in the order in which they come: an open hash table of plain ints. Mutable, not thread-safe. */
final class Places {
    private static final int FREE = -1;

    private int[] rows = filled(8);
    private int[] places = new int[8];
    private int size;

    int size() {
        return size;
    }

    /** -1 where the row has not come yet. */
    int find(int row) {
        int slot = slotOf(row);
        return rows[slot] == FREE ? -1 : places[slot];
    }

    /** The place of the row; a new one is the size of before. */
    int findOrAdd(int row) {
        int slot = slotOf(row);
        if (rows[slot] != FREE) {
            return places[slot];
        }
        rows[slot] = row;
        places[slot] = size++;
        if (size * 2 > rows.length) {
            grow();
        }
        return size - 1;
    }

    private int slotOf(int row) {
        int mask = rows.length - 1;
        int slot = row * 0x9E3779B9 >>> 7 & mask;
        while (rows[slot] != FREE && rows[slot] != row) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        int[] oldRows = rows;
        int[] oldPlaces = places;
        rows = filled(2 * oldRows.length);
        places = new int[rows.length];
        for (int i = 0; i < oldRows.length; i++) {
            if (oldRows[i] != FREE) {
                int slot = slotOf(oldRows[i]);
                rows[slot] = oldRows[i];
                places[slot] = oldPlaces[i];
            }
        }
    }

    private static int[] filled(int room) {
        int[] all = new int[room];
        Arrays.fill(all, FREE);
        return all;
    }
}
