package io.deskpulse.metrics.folding.state;

import io.deskpulse.contracts.event.Event;
import java.util.Arrays;

/**
 * Which events a subject has seen, as sorted hashes of source and id: eight bytes each. Two different events of one
 * subject are taken for the same once in 2^64 pairs. Mutable, used by one thread.
 */
public final class SeenEvents {
    private static final int ROOM = 8;

    private long[] hashes;
    private int count;

    /** None yet. */
    public SeenEvents() {
        this(new long[ROOM], 0);
    }

    private SeenEvents(long[] hashes, int count) {
        this.hashes = hashes;
        this.count = count;
    }

    /**
     * Remembers an event.
     *
     * @return false where it has been seen before
     */
    public boolean add(Event event) {
        long hash = hashOf(event);
        int found = Arrays.binarySearch(hashes, 0, count, hash);
        if (found >= 0) {
            return false;
        }
        if (count == hashes.length) {
            hashes = Arrays.copyOf(hashes, count + Math.max(ROOM, count >> 1));
        }
        int place = -found - 1;
        System.arraycopy(hashes, place, hashes, place + 1, count - place);
        hashes[place] = hash;
        count++;
        return true;
    }

    /** What is remembered of an event; a retry has the same. */
    public static long hashOf(Event event) {
        return Hash64.of(event.source(), event.id());
    }

    /** About how many bytes it takes. */
    public int bytes() {
        return count * Long.BYTES + 5;
    }

    public void write(StateWriter writer) {
        writer.writeLongs(hashes, count);
    }

    public static SeenEvents read(StateReader reader) {
        int count = reader.readCount(Long.BYTES);
        return new SeenEvents(reader.readLongs(count, ROOM), count);
    }
}
