package io.deskpulse.metrics.partition;

import io.deskpulse.contracts.event.ClockAdvanced;
import io.deskpulse.contracts.event.ConversationEnded;
import io.deskpulse.contracts.event.ConversationMessage;
import io.deskpulse.contracts.event.ConversationStarted;
import io.deskpulse.contracts.event.EndReason;
import io.deskpulse.contracts.event.Event;
import io.deskpulse.contracts.event.EventData;
import io.deskpulse.contracts.event.EventType;
import io.deskpulse.contracts.event.Party;
import io.deskpulse.contracts.event.Scene;
import io.deskpulse.contracts.event.Visibility;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What happens at the desk of one tenant that no other test has. */
final class Desk {
    final String tenant = "t" + UUID.randomUUID().toString().substring(0, 8);
    final long startMillis;
    private long ids;

    Desk() {
        this(Instant.now().minus(2, ChronoUnit.HOURS).toEpochMilli());
    }

    Desk(long startMillis) {
        this.startMillis = startMillis;
    }

    /** A conversation: started, a question, an answer after ten seconds, ended after a minute. */
    List<Event> conversation(String id, String channel, long afterMillis) {
        long at = startMillis + afterMillis;
        List<Event> events = new ArrayList<>(open(id, channel, afterMillis));
        events.add(
                event(EventType.CONVERSATION_ENDED, id, at + 60_000, new ConversationEnded(EndReason.COMPLETED, null)));
        return events;
    }

    /** The same, not ended. */
    List<Event> open(String id, String channel, long afterMillis) {
        long at = startMillis + afterMillis;
        return List.of(
                event(EventType.CONVERSATION_STARTED, id, at, started(channel)),
                event(EventType.CONVERSATION_MESSAGE, id, at + 1_000, message(Party.CUSTOMER)),
                event(EventType.CONVERSATION_MESSAGE, id, at + 11_000, message(Party.BOT)));
    }

    Event clockAdvanced(long afterMillis) {
        return event(EventType.CLOCK_ADVANCED, tenant, startMillis + afterMillis, new ClockAdvanced());
    }

    private Event event(EventType type, String subject, long timeMillis, EventData data) {
        return new Event(tenant, "test", "e" + ids++, type, subject, timeMillis, data);
    }

    private static ConversationStarted started(String channel) {
        return new ConversationStarted(
                channel, Scene.OTHER, null, null, null, null, null, null, null, Party.CUSTOMER, false);
    }

    private static ConversationMessage message(Party from) {
        return new ConversationMessage(from, Visibility.PUBLIC, null, "hello", null, null, null, null);
    }
}
