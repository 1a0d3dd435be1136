package io.deskpulse.metrics.folding.episode;

import io.deskpulse.contracts.event.Confirmation;
import io.deskpulse.contracts.event.ConversationEnded;
import io.deskpulse.contracts.event.ConversationEscalated;
import io.deskpulse.contracts.event.ConversationMessage;
import io.deskpulse.contracts.event.ConversationReopened;
import io.deskpulse.contracts.event.ConversationResolved;
import io.deskpulse.contracts.event.ConversationStarted;
import io.deskpulse.contracts.event.CostRecorded;
import io.deskpulse.contracts.event.EndReason;
import io.deskpulse.contracts.event.EscalationReason;
import io.deskpulse.contracts.event.EventData;
import io.deskpulse.contracts.event.EventType;
import io.deskpulse.contracts.event.Party;
import io.deskpulse.contracts.event.Scene;
import io.deskpulse.contracts.event.Visibility;
import java.math.BigDecimal;

/** What can happen in a conversation, a line each. */
abstract class Lines extends Expectations {
    /** It happens now. */
    abstract Story tell(EventType type, EventData data);

    Story started() {
        return startedIn("web");
    }

    Story startedIn(String channel) {
        return started(channel, false);
    }

    Story startedAsTest() {
        return started("web", true);
    }

    Story customer(String text) {
        return message(Party.CUSTOMER, Visibility.PUBLIC, text, null, null, null, null);
    }

    Story customerAbout(String topic) {
        return message(Party.CUSTOMER, Visibility.PUBLIC, null, topic, null, null, null);
    }

    Story customerFeeling(double sentiment) {
        return message(Party.CUSTOMER, Visibility.PUBLIC, null, null, null, null, sentiment);
    }

    Story bot() {
        return message(Party.BOT, Visibility.PUBLIC, null, null, null, null, null);
    }

    Story botAbout(String topic) {
        return message(Party.BOT, Visibility.PUBLIC, null, topic, null, null, null);
    }

    Story botAnswered() {
        return message(Party.BOT, Visibility.PUBLIC, null, null, true, null, null);
    }

    Story botFromArticle() {
        return message(Party.BOT, Visibility.PUBLIC, null, null, null, "kb-1", null);
    }

    Story botWithoutAnswer() {
        return message(Party.BOT, Visibility.PUBLIC, null, null, false, "kb-1", null);
    }

    Story human() {
        return message(Party.HUMAN, Visibility.PUBLIC, null, null, null, null, null);
    }

    Story note() {
        return message(Party.HUMAN, Visibility.PRIVATE, null, "note", null, null, null);
    }

    Story escalated(EscalationReason reason) {
        return tell(EventType.CONVERSATION_ESCALATED, new ConversationEscalated(reason, null));
    }

    Story escalated() {
        return escalated(EscalationReason.REQUESTED);
    }

    Story resolvedBy(Party party) {
        return tell(EventType.CONVERSATION_RESOLVED, new ConversationResolved(party, Confirmation.ASSUMED));
    }

    Story confirmedBy(Party party) {
        return tell(EventType.CONVERSATION_RESOLVED, new ConversationResolved(party, Confirmation.CONFIRMED));
    }

    Story reopened() {
        return tell(EventType.CONVERSATION_REOPENED, new ConversationReopened());
    }

    Story ended() {
        return ended(EndReason.CLOSED);
    }

    Story ended(EndReason reason) {
        return tell(EventType.CONVERSATION_ENDED, new ConversationEnded(reason, null));
    }

    Story endedAtGoal() {
        return tell(EventType.CONVERSATION_ENDED, new ConversationEnded(EndReason.CLOSED, true));
    }

    Story cost(String amount, Party handler) {
        return tell(EventType.COST_RECORDED, new CostRecorded(new BigDecimal(amount), "EUR", handler, Story.KEY.id()));
    }

    /** Tells what happened to surveys offered in it. */
    Story survey(SurveyTold told) {
        return tell(told.type(), told.data());
    }

    private Story started(String channel, boolean test) {
        return tell(
                EventType.CONVERSATION_STARTED,
                new ConversationStarted(
                        channel,
                        Scene.PRESALES,
                        "customer-1",
                        "visitor-1",
                        "en",
                        "v1",
                        "spring",
                        "gold",
                        "eu",
                        Party.CUSTOMER,
                        test));
    }

    private Story message(
            Party from,
            Visibility visibility,
            String text,
            String topic,
            Boolean answered,
            String article,
            Double sentiment) {
        return tell(
                EventType.CONVERSATION_MESSAGE,
                new ConversationMessage(from, visibility, null, text, topic, answered, article, sentiment));
    }
}
