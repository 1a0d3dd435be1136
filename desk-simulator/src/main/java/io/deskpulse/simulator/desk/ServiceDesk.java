package io.deskpulse.simulator.desk;

import io.deskpulse.simulator.event.SimulatedEvent;
import io.deskpulse.simulator.random.Dice;
import io.deskpulse.simulator.shop.Incident;
import io.deskpulse.simulator.shop.Rhythm;
import java.time.Instant;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/**
 * The events of a simulated service desk between two moments, in the order in which they are delivered.
 *
 * <p>The desk is a function of seed and time alone: the same second brings the same conversations, with the same ids, whenever
 * and from wherever it is simulated. So a feed that starts again repeats itself instead of telling another story. Not thread-safe.
 */
public final class ServiceDesk implements Iterator<SimulatedEvent> {
    /** Visits without a conversation, for each conversation. */
    private static final double VISITS = 2.5;

    private static final int KIND_CONVERSATION = 1;
    private static final int KIND_VISIT = 2;

    private final DeskSettings settings;
    private final ConversationStory conversations;
    private final VisitStory visits;
    private final Shop shop;
    private final long fromMillis;
    private final long toMillis;
    private final PriorityQueue<Timeline> open = new PriorityQueue<>();
    private long second;
    private long told;
    private SimulatedEvent next;

    private ServiceDesk(DeskSettings settings, long fromMillis, long toMillis) {
        this.settings = settings;
        this.shop = new Shop(settings);
        this.conversations = new ConversationStory(shop);
        this.visits = new VisitStory(shop);
        this.fromMillis = fromMillis;
        this.toMillis = toMillis;
        this.second = Math.floorDiv(fromMillis - settings.runUp().toMillis(), 1000);
        this.next = find();
    }

    /** All events delivered from {@code from} on, without end. */
    public static ServiceDesk events(DeskSettings settings, Instant from) {
        return new ServiceDesk(settings, from.toEpochMilli(), Long.MAX_VALUE);
    }

    /** All events delivered from {@code from} on and before {@code to}. */
    public static ServiceDesk events(DeskSettings settings, Instant from, Instant to) {
        return new ServiceDesk(settings, from.toEpochMilli(), to.toEpochMilli());
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    /** The next event, without taking it; null at the end. */
    public SimulatedEvent peek() {
        return next;
    }

    @Override
    public SimulatedEvent next() {
        if (next == null) {
            throw new NoSuchElementException();
        }
        SimulatedEvent event = next;
        next = find();
        return event;
    }

    private SimulatedEvent find() {
        while (true) {
            // What is due before the next second begins cannot be overtaken by what begins then.
            while (open.isEmpty() || open.peek().dueMillis() >= second * 1000) {
                if (second * 1000 >= toMillis) {
                    break;
                }
                tellSecond();
            }
            if (open.isEmpty() || open.peek().dueMillis() >= toMillis) {
                return null;
            }
            SimulatedEvent event = take();
            if (event.deliveredMillis() >= fromMillis) {
                return event;
            }
        }
    }

    private SimulatedEvent take() {
        Timeline timeline = open.poll();
        SimulatedEvent event = timeline.take();
        if (!timeline.isOver()) {
            open.add(timeline);
        }
        return event;
    }

    private void tellSecond() {
        double mean = settings.conversationsPerMinute() / 60 * Rhythm.factor(second * 1000);
        Dice count = new Dice(Dice.seed(settings.seed(), second, 0));
        int started = count.times(mean);
        for (int i = 0; i < started; i++) {
            open.add(conversations.tell(second, i, told++, dice(KIND_CONVERSATION, i)));
        }
        int visited = count.times(mean * VISITS);
        for (int i = 0; i < visited; i++) {
            open.add(visits.tell(second, i, told++, dice(KIND_VISIT, i)));
        }
        Incident incident = shop.incidents().openedIn(second * 1000, second * 1000 + 1000);
        if (incident != null) {
            open.add(IncidentStory.tell(incident, told++));
        }
        second++;
    }

    private Dice dice(int kind, int number) {
        return new Dice(Dice.seed(settings.seed(), second, 1 + kind + 16L * number));
    }
}
