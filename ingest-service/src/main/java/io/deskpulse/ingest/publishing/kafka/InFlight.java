package io.deskpulse.ingest.publishing.kafka;

import java.util.concurrent.atomic.AtomicLong;

/** What waits for its acknowledgement, within bounds. Thread-safe. */
final class InFlight {
    private final long maxEvents;
    private final long maxBytes;
    private final AtomicLong events = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    InFlight(long maxEvents, long maxBytes) {
        this.maxEvents = maxEvents;
        this.maxBytes = maxBytes;
    }

    /** Takes room for so much; false where there is none, and then takes nothing. A first request always fits. */
    boolean enter(long moreEvents, long moreBytes) {
        long allEvents = events.addAndGet(moreEvents);
        long allBytes = bytes.addAndGet(moreBytes);
        boolean alone = allEvents == moreEvents;
        if (alone || allEvents <= maxEvents && allBytes <= maxBytes) {
            return true;
        }
        leave(moreEvents, moreBytes);
        return false;
    }

    /** Gives back what was taken. */
    void leave(long fewerEvents, long fewerBytes) {
        events.addAndGet(-fewerEvents);
        bytes.addAndGet(-fewerBytes);
    }

    long events() {
        return events.get();
    }

    long bytes() {
        return bytes.get();
    }
}
