package io.deskpulse.metrics.folding.episode;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.catalogue.cell.Dimension;
import io.deskpulse.catalogue.measure.Measure;
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
import io.deskpulse.contracts.event.Event;
import io.deskpulse.contracts.event.EventData;
import io.deskpulse.contracts.event.EventType;
import io.deskpulse.contracts.event.Party;
import io.deskpulse.contracts.event.Scene;
import io.deskpulse.contracts.event.Visibility;
import io.deskpulse.contracts.journey.Journey;
import io.deskpulse.metrics.folding.FiledFacts;
import io.deskpulse.metrics.folding.Subject.Arrival;
import io.deskpulse.metrics.folding.Subject.Clocks;
import io.deskpulse.metrics.folding.SubjectKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells one conversation line by line and says what is filed then. Times are of one day, or {@code d1 10:00} for the
 * next. The conversation is encoded and decoded after every line.
 */
final class Story {
    static final SubjectKey KEY = new SubjectKey("demo", 'c', "talk-1");

    private static final Instant DAY = Instant.parse("2026-11-06T00:00:00Z");

    private final FiledFacts facts = new FiledFacts();
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
        return tell(EventType.COST_RECORDED, new CostRecorded(new BigDecimal(amount), "EUR", handler, KEY.id()));
    }

    /** Tells what happened to surveys offered in it. */
    Story survey(SurveyTold told) {
        return tell(told.type(), told.data());
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

    Story expect(Measure measure, long total) {
        assertThat(facts.total(measure)).as(measure.id()).isEqualTo(total);
        return this;
    }

    /** Exactly these outcomes of closed episodes. */
    Story expectOutcomes(Measure... outcomes) {
        expect(Measure.CONVERSATIONS_CLOSED, outcomes.length);
        for (Measure outcome :
                List.of(Measure.RESOLVED_BY_BOT, Measure.RESOLVED_BY_HUMAN, Measure.ABANDONED, Measure.UNRESOLVED)) {
            expect(outcome, Stream.of(outcomes).filter(outcome::equals).count());
        }
        return this;
    }

    /** All that was filed of a measure was filed at this time. */
    Story expectAt(Measure measure, String time) {
        assertThat(facts.total(measure)).as(measure.id()).isPositive();
        assertThat(facts.total(fact -> fact.measure() == measure && fact.timeMillis() != time(time)))
                .as(measure.id() + " elsewhere than at " + time)
                .isZero();
        return this;
    }

    /** All that was filed of a measure was filed under this value. */
    Story expectUnder(Measure measure, Dimension dimension, String value) {
        assertThat(facts.total(measure)).as(measure.id()).isPositive();
        assertThat(facts.total(fact -> fact.measure() == measure
                        && !fact.dimensions().get(dimension).equals(value)))
                .as(measure.id() + " not under " + dimension.id() + " " + value)
                .isZero();
        return this;
    }

    /** Exactly these quantities, smallest first. */
    Story expectValues(Measure measure, Long... values) {
        assertThat(facts.values(measure)).as(measure.id()).containsExactly(values);
        return this;
    }

    /** Exactly these durations, smallest first. */
    Story expectSeconds(Measure measure, long... seconds) {
        return expectValues(
                measure, Arrays.stream(seconds).map(s -> s * 1000).boxed().toArray(Long[]::new));
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

    FiledFacts facts() {
        return facts;
    }

    byte[] encoded() {
        return conversation.encode();
    }

    Conversation told() {
        return conversation;
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

    private Story tell(EventType type, EventData data) {
        clock = Math.max(clock, now);
        Event event = new Event("demo", "/story", "e" + events++, type, KEY.id(), now, data);
        newToIt = conversation.apply(event, new Arrival(wall, clock), facts, journeys::add);
        return restart();
    }

    private Story timeOut(Clocks clocks) {
        conversation.timeOut(clocks, facts, journeys::add);
        return restart();
    }

    private Story restart() {
        byte[] state = conversation.encode();
        conversation = Conversation.decode(KEY, IdleTimes.DEFAULT, state);
        assertThat(conversation.encode()).isEqualTo(state);
        return this;
    }
}
