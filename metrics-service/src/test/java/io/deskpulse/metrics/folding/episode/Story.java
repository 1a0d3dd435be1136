package io.deskpulse.metrics.folding.episode;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.contracts.event.Event;
import io.deskpulse.contracts.event.EventData;
import io.deskpulse.contracts.event.EventType;
import io.deskpulse.contracts.journey.Journey;
import io.deskpulse.metrics.folding.Subject.Arrival;
import io.deskpulse.metrics.folding.Subject.Clocks;
import io.deskpulse.metrics.folding.SubjectKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells one conversation line by line and says what is filed then. Times are of one day, or {@code d1 10:00} for the
 * next. The conversation is encoded and decoded after every line.
 */
final class Story extends Lines {
    static final SubjectKey KEY = new SubjectKey("demo", 'c', "talk-1");

    private static final Instant DAY = Instant.parse("2026-11-06T00:00:00Z");

    private final List<Journey> journeys = new ArrayList<>();
    private Conversation conversation = new Conversation(KEY, IdleTimes.DEFAULT);
    private long now;
    private long wall = Long.MIN_VALUE;
    private long clock = Long.MIN_VALUE;
    private int events;
    private boolean newToIt;

    static Story conversation() {
        return new Story();
    }

    /** A bot answered at ten, and it was ended five minutes later. */
    static Story closedByBot() {
        return conversation()
                .at("10:00")
                .started()
                .customerAbout("taxi")
                .bot()
                .at("10:05")
                .ended();
    }

    static long time(String text) {
        String[] parts = text.split(" ");
        long days = parts.length == 1 ? 0 : Long.parseLong(parts[0].substring(1));
        String[] clock = parts[parts.length - 1].split(":");
        double seconds = clock.length > 2 ? Double.parseDouble(clock[2]) : 0;
        long minutes = Long.parseLong(clock[0]) * 60 + Long.parseLong(clock[1]);
        return DAY.toEpochMilli() + days * 86_400_000 + minutes * 60_000 + Math.round(seconds * 1000);
    }

    /** The own time of the events that follow; they also arrive then, if that does not lead back. */
    Story at(String text) {
        now = time(text);
        wall = Math.max(wall, now);
        return this;
    }

    /** Sends the event before again. */
    Story again() {
        events--;
        return this;
    }

    /** The tenant's clock moves to a time by events of other conversations. */
    Story clockAt(String text) {
        clock = Math.max(clock, time(text));
        return timeOut(new Clocks(clock, Long.MIN_VALUE, wall));
    }

    /** The wall clock moves to a time. */
    Story wallAt(String text) {
        wall = Math.max(wall, time(text));
        return timeOut(new Clocks(clock, Long.MIN_VALUE, wall));
    }

    /** The tenant declares that all up to a time has been sent. */
    Story declaredAt(String text) {
        clock = Math.max(clock, time(text));
        return timeOut(new Clocks(clock, time(text), wall));
    }

    Story expectDuplicate() {
        assertThat(newToIt).isFalse();
        return this;
    }

    /** The last journey told. */
    Journey lastJourney() {
        return journeys.get(journeys.size() - 1);
    }

    List<Journey> journeys() {
        return journeys;
    }

    byte[] encoded() {
        return conversation.encode();
    }

    Conversation told() {
        return conversation;
    }

    @Override
    Story story() {
        return this;
    }

    @Override
    Story tell(EventType type, EventData data) {
        clock = Math.max(clock, now);
        Event event = new Event("demo", "/story", "e" + events++, type, KEY.id(), now, data);
        newToIt = conversation.apply(event, new Arrival(wall, clock), facts(), journeys::add);
        return restart();
    }

    private Story timeOut(Clocks clocks) {
        conversation.timeOut(clocks, facts(), journeys::add);
        return restart();
    }

    private Story restart() {
        byte[] state = conversation.encode();
        conversation = Conversation.decode(KEY, IdleTimes.DEFAULT, state);
        assertThat(conversation.encode()).isEqualTo(state);
        return this;
    }
}
