package io.deskpulse.metrics.folding;

import io.deskpulse.contracts.event.Event;
import io.deskpulse.contracts.journey.Journey;
import java.util.function.Consumer;

/**
 * What is remembered of one subject in one partition: a conversation, a visitor, a shard of costs, a tenant's
 * incidents. A plain state machine without clock, store or container. Mutable, used by one thread.
 */
public interface Subject {
    /**
     * Applies one event in its order of arrival.
     *
     * @param arrival when it arrived, and what the tenant's clock shows now, this event included
     * @param filing where its facts go
     * @param journeys where closed, reopened and withdrawn episodes go; the revision is set by the receiver
     * @return false where the event was seen before and changed nothing
     */
    boolean apply(Event event, Arrival arrival, Filing filing, Consumer<Journey> journeys);

    /** When time alone changes this subject; {@link Deadlines#NONE} where it does not. */
    Deadlines deadlines();

    /**
     * Closes what is idle by {@code clocks}; does nothing where nothing is due. When the observed and the wall clock are
     * looked at makes no difference to what is filed in the end. A declared time does: it is to be applied to every
     * subject that is due before any event that arrived after the declaration.
     */
    void timeOut(Clocks clocks, Filing filing, Consumer<Journey> journeys);

    /** The state in a compact form that {@link Subjects#decode} reads, versions before included. */
    byte[] encode();

    /**
     * The moment an event came in.
     *
     * @param wallMillis the Kafka record's timestamp
     * @param clockMillis the greatest event time of the tenant seen or declared in this partition
     */
    record Arrival(long wallMillis, long clockMillis) {}

    /**
     * The moments that timers are looked at.
     *
     * @param observedMillis the greatest event time of the tenant seen or declared in this partition
     * @param declaredMillis the greatest time declared by clock.advanced; {@link Long#MIN_VALUE} without one
     * @param wallMillis now
     */
    record Clocks(long observedMillis, long declaredMillis, long wallMillis) {}

    /**
     * A subject is due when a clock is past (greater than) the deadline for it.
     *
     * @param observedMillis deadline for the observed clock
     * @param declaredMillis deadline for the declared clock; not after the observed one
     * @param wallMillis deadline for the wall clock
     */
    record Deadlines(long observedMillis, long declaredMillis, long wallMillis) {
        /** Never due. */
        public static final Deadlines NONE = new Deadlines(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);
    }
}
