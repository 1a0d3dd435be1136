package io.deskpulse.metrics.folding.incident;

import static io.deskpulse.metrics.folding.state.StateWriter.NEVER;

import io.deskpulse.metrics.folding.state.StateReader;
import io.deskpulse.metrics.folding.state.StateWriter;

/**
 * One stretch of an incident, of which opening and closing may arrive in either order. Immutable.
 *
 * @param openedAt or {@link StateWriter#NEVER}: its opening has not arrived
 * @param closedAt or {@link StateWriter#NEVER}: it is open, or its closing has not arrived
 */
record Incident(long openedAt, long closedAt) {
    private static final long MINUTE = 60_000;

    /** Its opening has arrived, and no closing. */
    boolean isOpen() {
        return openedAt != NEVER && closedAt == NEVER;
    }

    /** Both have arrived. */
    boolean isOver() {
        return openedAt != NEVER && closedAt != NEVER;
    }

    /** How long it was open, given that it is over; never below 0. */
    long duration() {
        return Math.max(0, closedAt - openedAt);
    }

    /**
     * The minutes that it touches of the time from {@code fromMillis} until before {@code toMillis}, counted from
     * 1970; null where there are none. One that closed the moment it opened touches that minute.
     */
    Minutes minutes(long fromMillis, long toMillis, long nowMillis) {
        if (openedAt == NEVER) {
            return null;
        }
        long until = closedAt == NEVER ? nowMillis : Math.max(closedAt, openedAt + 1);
        long from = Math.max(openedAt, fromMillis);
        long to = Math.min(until, toMillis);
        return from >= to ? null : new Minutes(Math.floorDiv(from, MINUTE), Math.floorDiv(to - 1, MINUTE));
    }

    void write(StateWriter writer) {
        writer.writeTime(openedAt);
        writer.writeTime(closedAt);
    }

    static Incident read(StateReader reader) {
        return new Incident(reader.readTime(), reader.readTime());
    }

    /**
     * Minutes in a row.
     *
     * @param first the first
     * @param last the last; not before the first
     */
    record Minutes(long first, long last) {}
}
