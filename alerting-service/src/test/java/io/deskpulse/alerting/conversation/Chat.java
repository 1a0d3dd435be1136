package io.deskpulse.alerting.conversation;

import io.deskpulse.contracts.event.ConversationEnded;
import io.deskpulse.contracts.event.ConversationEscalated;
import io.deskpulse.contracts.event.ConversationMessage;
import io.deskpulse.contracts.event.ConversationStarted;
import io.deskpulse.contracts.event.EndReason;
import io.deskpulse.contracts.event.EscalationReason;
import io.deskpulse.contracts.event.Event;
import io.deskpulse.contracts.event.EventData;
import io.deskpulse.contracts.event.EventType;
import io.deskpulse.contracts.event.Party;
import io.deskpulse.contracts.event.Scene;
import io.deskpulse.contracts.event.Visibility;
import java.time.Instant;
import java.util.UUID;

/** The events of one conversation, for tests. */
public record Chat(String tenant, String id) {
    public Event starts(Instant at, String channel) {
        return event(
                at,
                EventType.CONVERSATION_STARTED,
                new ConversationStarted(
                        channel, Scene.COMPLAINT, null, null, null, null, null, null, null, Party.CUSTOMER, false));
    }

    public Event says(Instant at, String text, Double sentiment) {
        return message(at, Party.CUSTOMER, text, sentiment);
    }

    public Event hears(Instant at, Party from) {
        return message(at, from, "an answer", null);
    }

    public Event escalates(Instant at) {
        return event(at, EventType.CONVERSATION_ESCALATED, new ConversationEscalated(EscalationReason.REQUESTED, null));
    }

    public Event ends(Instant at) {
        return event(at, EventType.CONVERSATION_ENDED, new ConversationEnded(EndReason.CLOSED, null));
    }

    private Event message(Instant at, Party from, String text, Double sentiment) {
        return event(
                at,
                EventType.CONVERSATION_MESSAGE,
                new ConversationMessage(from, Visibility.PUBLIC, null, text, null, null, null, sentiment));
    }

    private Event event(Instant at, EventType type, EventData data) {
        return new Event(tenant, "/test", UUID.randomUUID().toString(), type, id, at.toEpochMilli(), data);
    }
}
