package io.deskpulse.contracts.event.reading;

import static io.deskpulse.contracts.event.reading.Rules.MAX_PAGE;
import static io.deskpulse.contracts.event.reading.Rules.MAX_TEXT;
import static io.deskpulse.contracts.event.reading.Rules.amount;
import static io.deskpulse.contracts.event.reading.Rules.currency;
import static io.deskpulse.contracts.event.reading.Rules.dimension;
import static io.deskpulse.contracts.event.reading.Rules.flag;
import static io.deskpulse.contracts.event.reading.Rules.id;
import static io.deskpulse.contracts.event.reading.Rules.integer;
import static io.deskpulse.contracts.event.reading.Rules.language;
import static io.deskpulse.contracts.event.reading.Rules.number;
import static io.deskpulse.contracts.event.reading.Rules.oneOf;
import static io.deskpulse.contracts.event.reading.Rules.text;

import io.deskpulse.contracts.event.ClockAdvanced;
import io.deskpulse.contracts.event.Confirmation;
import io.deskpulse.contracts.event.ConversationEnded;
import io.deskpulse.contracts.event.ConversationEscalated;
import io.deskpulse.contracts.event.ConversationMessage;
import io.deskpulse.contracts.event.ConversationReopened;
import io.deskpulse.contracts.event.ConversationResolved;
import io.deskpulse.contracts.event.ConversationStarted;
import io.deskpulse.contracts.event.CostRecorded;
import io.deskpulse.contracts.event.CustomerLinked;
import io.deskpulse.contracts.event.EndReason;
import io.deskpulse.contracts.event.EscalationReason;
import io.deskpulse.contracts.event.EventType;
import io.deskpulse.contracts.event.IncidentClosed;
import io.deskpulse.contracts.event.IncidentKind;
import io.deskpulse.contracts.event.IncidentOpened;
import io.deskpulse.contracts.event.LeadCreated;
import io.deskpulse.contracts.event.OrderPaid;
import io.deskpulse.contracts.event.OrderPlaced;
import io.deskpulse.contracts.event.OrderRefunded;
import io.deskpulse.contracts.event.Party;
import io.deskpulse.contracts.event.Scene;
import io.deskpulse.contracts.event.Visibility;
import io.deskpulse.contracts.event.VisitAction;
import io.deskpulse.contracts.event.VisitActionKind;
import io.deskpulse.contracts.event.VisitEnded;
import io.deskpulse.contracts.event.VisitStarted;
import java.math.BigDecimal;
import java.util.function.Function;

/** The shape of every type's data: the table of docs/reference/events.md as code. */
final class DataShapes {
    private static final double A_YEAR_OF_SECONDS = 366 * 86_400.0;

    private static final DataShape[] BY_TYPE = new DataShape[EventType.values().length];

    static {
        for (EventType type : EventType.values()) {
            BY_TYPE[type.ordinal()] = shapeOf(type);
        }
    }

    private DataShapes() {}

    static DataShape of(EventType type) {
        return BY_TYPE[type.ordinal()];
    }

    private static DataShape shapeOf(EventType type) {
        return switch (type) {
            case CONVERSATION_STARTED -> conversationStarted();
            case CONVERSATION_MESSAGE -> conversationMessage();
            case CONVERSATION_ESCALATED ->
                DataShape.fields()
                        .required("reason", oneOf(EscalationReason::wire, EscalationReason.values()))
                        .optional("queue", id())
                        .into(v -> new ConversationEscalated((EscalationReason) v[0], (String) v[1]));
            case CONVERSATION_RESOLVED ->
                DataShape.fields()
                        .required("by", botOrHuman())
                        .optional(
                                "confirmation", oneOf(Confirmation::wire, Confirmation.values()), Confirmation.ASSUMED)
                        .into(v -> new ConversationResolved((Party) v[0], (Confirmation) v[1]));
            case CONVERSATION_REOPENED -> DataShape.fields().into(v -> new ConversationReopened());
            case CONVERSATION_ENDED ->
                DataShape.fields()
                        .optional("reason", oneOf(EndReason::wire, EndReason.values()), EndReason.CLOSED)
                        .optional("goalReached", flag())
                        .into(v -> new ConversationEnded((EndReason) v[0], (Boolean) v[1]));
            case VISIT_STARTED ->
                DataShape.fields()
                        .required("channel", dimension())
                        .optional("campaign", dimension())
                        .optional("segment", dimension())
                        .optional("region", dimension())
                        .optional("page", text(MAX_PAGE))
                        .into(v -> new VisitStarted(
                                (String) v[0], (String) v[1], (String) v[2], (String) v[3], (String) v[4]));
            case VISIT_ACTION ->
                DataShape.fields()
                        .required("action", oneOf(VisitActionKind::wire, VisitActionKind.values()))
                        .optional("page", text(MAX_PAGE))
                        .into(v -> new VisitAction((VisitActionKind) v[0], (String) v[1]));
            case VISIT_ENDED ->
                DataShape.fields()
                        .optional("pages", integer(0, 1_000_000))
                        .optional("seconds", number(0, A_YEAR_OF_SECONDS))
                        .into(v -> new VisitEnded((Integer) v[0], (Double) v[1]));
            case CUSTOMER_LINKED ->
                DataShape.fields().required("customer", id()).into(v -> new CustomerLinked((String) v[0]));
            case LEAD_CREATED ->
                DataShape.fields()
                        .optional("conversation", id())
                        .optional("goal", id(), "lead")
                        .into(v -> new LeadCreated((String) v[0], (String) v[1]));
            case ORDER_PLACED ->
                order(v -> new OrderPlaced((String) v[0], (BigDecimal) v[1], (String) v[2], (String) v[3]));
            case ORDER_PAID ->
                order(v -> new OrderPaid((String) v[0], (BigDecimal) v[1], (String) v[2], (String) v[3]));
            case ORDER_REFUNDED ->
                order(v -> new OrderRefunded((String) v[0], (BigDecimal) v[1], (String) v[2], (String) v[3]));
            case COST_RECORDED ->
                DataShape.fields()
                        .required("amount", amount())
                        .required("currency", currency())
                        .optional("handler", botOrHuman())
                        .optional("conversation", id())
                        .into(v -> new CostRecorded((BigDecimal) v[0], (String) v[1], (Party) v[2], (String) v[3]));
            case INCIDENT_OPENED -> incident(v -> new IncidentOpened((String) v[0], (IncidentKind) v[1]));
            case INCIDENT_CLOSED -> incident(v -> new IncidentClosed((String) v[0], (IncidentKind) v[1]));
            case CLOCK_ADVANCED -> DataShape.fields().into(v -> new ClockAdvanced());
            case SURVEY_OFFERED -> SurveyShapes.offered();
            case SURVEY_SHOWN -> SurveyShapes.shown();
            case SURVEY_ANSWERED -> SurveyShapes.answered();
            case SURVEY_FINISHED -> SurveyShapes.finished();
        };
    }

    private static DataShape conversationStarted() {
        return DataShape.fields()
                .required("channel", dimension())
                .optional("scene", oneOf(Scene::wire, Scene.values()), Scene.OTHER)
                .optional("customer", id())
                .optional("visitor", id())
                .optional("language", language())
                .optional("variant", dimension())
                .optional("campaign", dimension())
                .optional("segment", dimension())
                .optional("region", dimension())
                .optional("startedBy", oneOf(Party::wire, Party.values()), Party.CUSTOMER)
                .optional("test", flag(), false)
                .into(v -> new ConversationStarted(
                        (String) v[0],
                        (Scene) v[1],
                        (String) v[2],
                        (String) v[3],
                        (String) v[4],
                        (String) v[5],
                        (String) v[6],
                        (String) v[7],
                        (String) v[8],
                        (Party) v[9],
                        (Boolean) v[10]));
    }

    private static DataShape conversationMessage() {
        return DataShape.fields()
                .required("from", oneOf(Party::wire, Party.values()))
                .optional("visibility", oneOf(Visibility::wire, Visibility.values()), Visibility.PUBLIC)
                .optional("agent", id())
                .optional("text", text(MAX_TEXT))
                .optional("topic", dimension())
                .optional("answered", flag())
                .optional("kbArticle", id())
                .optional("sentiment", number(-1, 1))
                .into(v -> new ConversationMessage(
                        (Party) v[0],
                        (Visibility) v[1],
                        (String) v[2],
                        (String) v[3],
                        (String) v[4],
                        (Boolean) v[5],
                        (String) v[6],
                        (Double) v[7]));
    }

    private static DataShape order(Function<Object[], Object> build) {
        return DataShape.fields()
                .required("order", id())
                .required("amount", amount())
                .required("currency", currency())
                .optional("conversation", id())
                .into(build);
    }

    private static DataShape incident(Function<Object[], Object> build) {
        return DataShape.fields()
                .required("component", id())
                .optional("kind", oneOf(IncidentKind::wire, IncidentKind.values()), IncidentKind.OTHER)
                .into(build);
    }

    private static Rule botOrHuman() {
        return oneOf(Party::wire, Party.BOT, Party.HUMAN);
    }
}
