package io.deskpulse.simulator.desk;

import io.deskpulse.contracts.event.EventType;
import io.deskpulse.simulator.event.JsonBytes;
import io.deskpulse.simulator.event.SimulatedEvent;
import io.deskpulse.simulator.random.Dice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The events of one story, written down as it is told and then delivered in order. A few are delivered late, and a few twice, as
 * real senders do. Not thread-safe.
 */
final class Timeline implements Comparable<Timeline> {
    private static final double TWICE = 0.01;
    private static final double LATE = 0.007;
    private static final Comparator<SimulatedEvent> DELIVERY =
            Comparator.comparingLong(SimulatedEvent::deliveredMillis);

    private final List<SimulatedEvent> events = new ArrayList<>(24);
    private final JsonBytes json = new JsonBytes();
    private final Dice dice;
    private final String idPrefix;
    private final long order;
    private int ids;
    private int next;

    /**
     * @param idPrefix what the ids of its events begin with
     * @param order decides between timelines whose next events fall on the same millisecond
     */
    Timeline(Dice dice, String idPrefix, long order) {
        this.dice = dice;
        this.idPrefix = idPrefix;
        this.order = order;
    }

    /** Where the data of the next event goes; {@link #add} takes it. */
    JsonBytes data() {
        return json.begin();
    }

    /** Adds an event whose data was just written. */
    void add(EventType type, String source, String subject, long millis) {
        byte[] data = json.end().take();
        String id = idPrefix + "." + ids++;
        long delivered = dice.chance(LATE) ? millis + (long) dice.between(1_000, 90_000) : millis;
        SimulatedEvent event = new SimulatedEvent(type, source, id, subject, millis, delivered, data);
        events.add(event);
        if (dice.chance(TWICE)) {
            events.add(event.delivered(delivered + (long) dice.between(50, 5_000)));
        }
    }

    /** Ends the telling. */
    Timeline close() {
        events.sort(DELIVERY);
        return this;
    }

    boolean isOver() {
        return next == events.size();
    }

    long dueMillis() {
        return events.get(next).deliveredMillis();
    }

    SimulatedEvent take() {
        return events.get(next++);
    }

    @Override
    public int compareTo(Timeline other) {
        int byTime = Long.compare(dueMillis(), other.dueMillis());
        return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
}
