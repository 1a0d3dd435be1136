package io.deskpulse.contracts.event;

import java.util.HashMap;
import java.util.Map;

/** Every type of event that Deskpulse knows, with its name on the wire. */
public enum EventType {
    CONVERSATION_STARTED("conversation.started", ConversationStarted.class),
    CONVERSATION_MESSAGE("conversation.message", ConversationMessage.class),
    CONVERSATION_ESCALATED("conversation.escalated", ConversationEscalated.class),
    CONVERSATION_RESOLVED("conversation.resolved", ConversationResolved.class),
    CONVERSATION_REOPENED("conversation.reopened", ConversationReopened.class),
    CONVERSATION_ENDED("conversation.ended", ConversationEnded.class),
    VISIT_STARTED("visit.started", VisitStarted.class),
    VISIT_ACTION("visit.action", VisitAction.class),
    VISIT_ENDED("visit.ended", VisitEnded.class),
    CUSTOMER_LINKED("customer.linked", CustomerLinked.class),
    LEAD_CREATED("lead.created", LeadCreated.class),
    ORDER_PLACED("order.placed", OrderPlaced.class),
    ORDER_PAID("order.paid", OrderPaid.class),
    ORDER_REFUNDED("order.refunded", OrderRefunded.class),
    COST_RECORDED("cost.recorded", CostRecorded.class),
    INCIDENT_OPENED("incident.opened", IncidentOpened.class),
    INCIDENT_CLOSED("incident.closed", IncidentClosed.class),
    CLOCK_ADVANCED("clock.advanced", ClockAdvanced.class),
    SURVEY_OFFERED("survey.offered", SurveyOffered.class),
    SURVEY_SHOWN("survey.shown", SurveyShown.class),
    SURVEY_ANSWERED("survey.answered", SurveyAnswered.class),
    SURVEY_FINISHED("survey.finished", SurveyFinished.class);

    private static final Map<String, EventType> BY_WIRE = new HashMap<>();

    static {
        for (EventType type : values()) {
            BY_WIRE.put(type.wire, type);
        }
    }

    private final String wire;
    private final Class<? extends EventData> dataClass;

    EventType(String wire, Class<? extends EventData> dataClass) {
        this.wire = wire;
        this.dataClass = dataClass;
    }

    /** The CloudEvents {@code type}. */
    public String wire() {
        return wire;
    }

    /** The record that its data is read into. */
    public Class<? extends EventData> dataClass() {
        return dataClass;
    }

    /** The type with this CloudEvents name, or null where there is none. */
    public static EventType ofWire(String wire) {
        return BY_WIRE.get(wire);
    }
}
