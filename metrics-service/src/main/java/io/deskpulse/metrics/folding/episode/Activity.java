package io.deskpulse.metrics.folding.episode;

import io.deskpulse.metrics.folding.Subject.Arrival;
import io.deskpulse.metrics.folding.Subject.Clocks;
import io.deskpulse.metrics.folding.Subject.Deadlines;
import io.deskpulse.metrics.folding.state.StateReader;
import io.deskpulse.metrics.folding.state.StateWriter;

/**
 * The last public thing that happened in an episode: that which arrived last. Immutable.
 *
 * @param atMillis its own time
 * @param clockMillis what the tenant's clock showed when it arrived
 * @param wallMillis when it arrived
 */
record Activity(long atMillis, long clockMillis, long wallMillis) {
    static Activity of(long timeMillis, Arrival arrival) {
        return new Activity(timeMillis, arrival.clockMillis(), arrival.wallMillis());
    }

    /** Whether an event of that time comes too late to belong to the same episode. */
    boolean isOverAt(long timeMillis, long idleMillis) {
        return timeMillis > atMillis + idleMillis;
    }

    /** Whether the tenant has declared that nothing more can belong to the episode. */
    boolean isDeclaredOver(Clocks clocks, long idleMillis) {
        return clocks.declaredMillis() > atMillis + idleMillis;
    }

    /** Whether the tenant's clock or the wall clock has moved so far that nothing more is to be expected. */
    boolean isPresumedOver(Clocks clocks, long idleMillis) {
        Deadlines deadlines = deadlines(idleMillis);
        return clocks.observedMillis() > deadlines.observedMillis() || clocks.wallMillis() > deadlines.wallMillis();
    }

    /** When clocks alone close the episode. */
    Deadlines deadlines(long idleMillis) {
        return new Deadlines(
                Math.max(atMillis, clockMillis) + idleMillis, atMillis + idleMillis, wallMillis + idleMillis);
    }

    /** When the clocks make a presumed close final. */
    Deadlines finalDeadlines(long idleMillis) {
        return new Deadlines(Long.MAX_VALUE, atMillis + idleMillis, Long.MAX_VALUE);
    }

    void write(StateWriter writer) {
        writer.writeTime(atMillis);
        writer.writeTime(clockMillis);
        writer.writeTime(wallMillis);
    }

    static Activity read(StateReader reader) {
        return new Activity(reader.readTime(), reader.readTime(), reader.readTime());
    }
}
