package io.deskpulse.simulator.desk;

import io.deskpulse.contracts.event.EndReason;
import io.deskpulse.contracts.event.EscalationReason;
import io.deskpulse.contracts.event.EventType;
import io.deskpulse.contracts.event.Party;
import io.deskpulse.simulator.dialogue.Line;
import io.deskpulse.simulator.dialogue.LineKind;
import io.deskpulse.simulator.dialogue.Phrasebook;
import io.deskpulse.simulator.dialogue.Topic;
import io.deskpulse.simulator.event.JsonBytes;
import io.deskpulse.simulator.random.Dice;
import io.deskpulse.simulator.shop.Customer;

/** A conversation as it goes on: the clock, the customer's mood, and what has been said. Not thread-safe. */
final class Chat {
    /** Mail is slower than chat by this. */
    private static final double MAIL = 15;

    private final String id;
    private final Customer customer;
    private final Topic topic;
    private final Phrasebook phrasebook;
    private final Dice dice;
    private final Timeline timeline;
    private final long order;
    private final long latest;
    private long now;
    private double mood;
    private int botResponses;

    Chat(String id, Customer customer, Topic topic, Phrasebook phrasebook, Dice dice, Timeline timeline, long now) {
        this.id = id;
        this.customer = customer;
        this.topic = topic;
        this.phrasebook = phrasebook;
        this.dice = dice;
        this.timeline = timeline;
        this.order = 10_000_000L + dice.below(80_000_000);
        this.now = now;
        // Leaves room for the bills and for what is delivered late.
        this.latest = now + DeskSettings.LONGEST.toMillis() - 10 * 60_000;
        this.mood = topic.difficulty() > 1.4 ? -0.35 : 0.05;
    }

    Dice dice() {
        return dice;
    }

    Topic topic() {
        return topic;
    }

    Customer customer() {
        return customer;
    }

    long now() {
        return now;
    }

    double mood() {
        return mood;
    }

    int botResponses() {
        return botResponses;
    }

    boolean isMail() {
        return customer.channel().equals("email");
    }

    /** Time passes. */
    void pass(double seconds) {
        now = Math.min(latest, now + (long) (seconds * 1000));
    }

    /** Time passes for a person who reads, thinks and types; longer in mail. */
    void think(double medianSeconds) {
        pass(dice.around(medianSeconds, 0.6) * (isMail() ? MAIL : 1));
    }

    void cheer(double change) {
        mood = Math.max(-1, Math.min(1, mood + change));
    }

    /** A line of this kind, to be said once or again. */
    Line line(LineKind kind) {
        return phrasebook.any(kind, topic, dice);
    }

    void customerSays(Line line) {
        JsonBytes data = message(Party.CUSTOMER, line);
        if (dice.chance(0.9)) {
            data.hundredths("sentiment", Math.max(-1, Math.min(1, mood + dice.between(-0.15, 0.15))));
        }
        add(EventType.CONVERSATION_MESSAGE);
    }

    /** The bot has no answer. */
    void botFails() {
        message(Party.BOT, line(LineKind.FALLBACK)).flag("answered", false);
        botResponses++;
        add(EventType.CONVERSATION_MESSAGE);
    }

    void botAnswers() {
        JsonBytes data = message(Party.BOT, line(LineKind.BOT_ANSWER)).flag("answered", true);
        if (dice.chance(0.72)) {
            data.text("kbArticle", "kb-" + topic.id());
        }
        botResponses++;
        add(EventType.CONVERSATION_MESSAGE);
    }

    /** Small talk of the bot: neither answered nor not. */
    void botSays(LineKind kind) {
        message(Party.BOT, line(kind));
        add(EventType.CONVERSATION_MESSAGE);
    }

    void agentSays(String agent, LineKind kind) {
        message(Party.HUMAN, line(kind)).text("agent", agent);
        add(EventType.CONVERSATION_MESSAGE);
    }

    /** A note that the customer does not see. */
    void agentNotes(String agent) {
        message(Party.HUMAN, line(LineKind.NOTE)).text("agent", agent).text("visibility", "private");
        add(EventType.CONVERSATION_MESSAGE);
    }

    void escalate(EscalationReason reason, String queue) {
        timeline.data().text("reason", reason.wire()).text("queue", queue);
        add(EventType.CONVERSATION_ESCALATED);
    }

    void resolve(Party by, boolean confirmed) {
        timeline.data().text("by", by.wire()).text("confirmation", confirmed ? "confirmed" : null);
        add(EventType.CONVERSATION_RESOLVED);
    }

    /** @param goalReached null when nobody looked */
    void end(EndReason reason, Boolean goalReached) {
        JsonBytes data = timeline.data().text("reason", reason.wire());
        if (goalReached != null) {
            data.flag("goalReached", goalReached);
        }
        add(EventType.CONVERSATION_ENDED);
    }

    void reopen() {
        timeline.data();
        add(EventType.CONVERSATION_REOPENED);
    }

    private JsonBytes message(Party from, Line line) {
        JsonBytes data = timeline.data().text("from", from.wire());
        line.write(data, order);
        return data.text("topic", topic.id());
    }

    private void add(EventType type) {
        timeline.add(type, Sources.CHAT, id, now);
    }
}
