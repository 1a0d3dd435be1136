package io.deskpulse.metrics.partition;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Deliveries that wait to be counted, without a gap between them. Filled by the thread that polls, emptied by the one
 * that counts.
 */
final class Intake {
    private final Deque<Delivery> deliveries = new ArrayDeque<>();
    private long expected = -1;
    private boolean open;
    private int firstTaken;
    private int waiting;

    /** Empties it; the next delivery has to begin at this position, after {@link #begin} has said so. */
    synchronized void expect(long position) {
        deliveries.clear();
        firstTaken = 0;
        waiting = 0;
        expected = position;
        open = false;
    }

    /** Deliveries come from this position on. */
    synchronized void begin(long position) {
        open = open || position == expected;
    }

    /**
     * Takes in a delivery. One that does not begin where the last one ended is not taken in, nor any other until the
     * next {@link #begin}.
     *
     * @return false where the log has to be read again from {@link #expected}
     */
    synchronized boolean add(Delivery delivery) {
        if (!open) {
            return true;
        }
        if (delivery.fromPosition() != expected) {
            open = false;
            return false;
        }
        expected = delivery.nextPosition();
        deliveries.add(delivery);
        waiting += delivery.size();
        return true;
    }

    /** The position that the next delivery has to begin at. */
    synchronized long expected() {
        return expected;
    }

    /** The delivery to go on with, or null. */
    synchronized Delivery first() {
        return deliveries.peek();
    }

    /** How many records of the first delivery are taken already. */
    synchronized int firstTaken() {
        return firstTaken;
    }

    /** Records of the first delivery were taken; all of them when that many are gone. */
    synchronized void took(int records) {
        Delivery first = deliveries.peek();
        if (first == null) {
            return;
        }
        firstTaken += records;
        waiting -= records;
        if (firstTaken >= first.size()) {
            deliveries.remove();
            firstTaken = 0;
        }
    }

    /** How many records wait. */
    synchronized int waiting() {
        return waiting;
    }

    synchronized boolean isEmpty() {
        return deliveries.isEmpty();
    }
}
