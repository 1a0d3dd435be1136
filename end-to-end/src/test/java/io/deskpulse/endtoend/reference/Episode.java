package io.deskpulse.endtoend.reference;

import java.util.ArrayList;
import java.util.List;

/** The events of one episode in their order of arrival, and what is filed of them while it is open. */
final class Episode {
    private static final long MINUTE = 60_000;
    private final Attributes inherited;
    private final List<SeenEvent> events = new ArrayList<>();
    private Attributes attributes;

    Episode(Attributes inherited) {
        this.inherited = inherited;
        this.attributes = inherited;
    }

    void add(SeenEvent event) {
        events.add(event);
        attributes = after(event, attributes);
    }

    Attributes attributes() {
        return attributes;
    }

    /** The time of the event that arrived last, private messages apart. */
    long lastActivity() {
        long last = 0;
        for (SeenEvent event : events) {
            if (!event.isPrivate()) {
                last = event.time();
            }
        }
        return last;
    }

    boolean isIdleAt(long time) {
        long idle = attributes.channel().equals("email") ? 72 * 60 * MINUTE : 30 * MINUTE;
        return time > lastActivity() + idle;
    }

    /** Files starts, messages and waits, each with what was known when it arrived. */
    void fileWhileOpen(Facts facts) {
        SeenEvent first = events.get(0);
        Attributes known = after(first, inherited);
        facts.file("conversations_started", first.time(), known);
        facts.file("opened", first.time(), known);
        Waits waits = new Waits(facts);
        for (SeenEvent event : events) {
            known = after(event, known);
            if (event.isMessage()) {
                fileMessage(event, known, waits.customerWrote(), facts);
            }
            waits.take(event, known);
        }
    }

    /** Files all facts that are known at the close. */
    ClosedEpisode close(long time, String reason, Facts facts) {
        EpisodeFacts close = new EpisodeFacts(events, reason);
        Attributes full = attributesWith(close);
        close.file(time, full, facts);
        SeenEvent first = events.get(0);
        facts.file("left", Math.max(first.time(), time), after(first, inherited));
        return new ClosedEpisode(time, attributes, full, close.customerWrote());
    }

    /** What would be known of it if it closed now for being idle. */
    Attributes attributesAtTimeout() {
        return attributesWith(new EpisodeFacts(events, "timeout"));
    }

    private Attributes attributesWith(EpisodeFacts close) {
        return attributes.with("handler", close.handler()).with("topic", close.topic());
    }

    /** Files what counts of one message alone. */
    static void fileMessage(SeenEvent message, Attributes known, boolean customerWrote, Facts facts) {
        if (message.isPrivate()) {
            facts.file("private_messages", message.time(), known);
            return;
        }
        facts.file("messages_" + message.text("from"), message.time(), known);
        if (message.isFromCustomer() && message.has("sentiment")) {
            facts.file("sentiment", message.time(), known, message.number("sentiment"));
            if (message.number("sentiment") < -0.25) {
                facts.file("sentiment_negative", message.time(), known);
            }
        }
        if (message.isFrom("bot") && customerWrote) {
            fileBotResponse(message, known, facts);
        }
    }

    private static void fileBotResponse(SeenEvent message, Attributes known, Facts facts) {
        if (message.has("answered")) {
            facts.file("bot_answers_rated", message.time(), known);
        }
        if (message.isBotWithoutAnswer()) {
            facts.file("bot_fallbacks", message.time(), known);
        } else {
            facts.file("bot_replies", message.time(), known);
            if (message.has("kbArticle")) {
                facts.file("bot_replies_from_knowledge", message.time(), known);
            }
        }
    }

    private static Attributes after(SeenEvent event, Attributes before) {
        boolean supplies = event.is("conversation.started") && !before.supplied();
        return supplies ? Attributes.ofConversation(event) : before;
    }
}
