package io.deskpulse.localstack.shop;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The shop's chat platform: talks to customers, and tells Deskpulse of it as any platform does. Thread-safe. */
final class Chats {

    private static final int MOST = 1_000;

    private final JsonClient ingest;
    private final Clock clock;
    private final Map<String, Chat> open = new ConcurrentHashMap<>();

    /** One conversation. */
    record Chat(String id, String customer, String language) {}

    Chats(JsonClient ingest, Clock clock) {
        this.ingest = ingest;
        this.clock = clock;
    }

    /** Begins a conversation with someone new. */
    Chat begin(String language) {
        var chat = new Chat("shop-" + UUID.randomUUID(), "visitor-" + UUID.randomUUID(), language);
        if (open.size() >= MOST) {
            open.clear();
        }
        open.put(chat.id(), chat);
        tell(
                event(
                        chat,
                        "conversation.started",
                        Map.of(
                                "channel", "web",
                                "scene", "aftersales",
                                "language", language,
                                "customer", chat.customer(),
                                "variant", "lumi-2",
                                "segment", "demo-shop")),
                said(chat, "bot", Replies.greeting(language), Map.of()));
        return chat;
    }

    /** An open conversation. */
    Chat find(String id) {
        var chat = open.get(id);
        if (chat == null) {
            throw new IllegalArgumentException("there is no such conversation; begin a new one");
        }
        return chat;
    }

    /** What the bot says to this. */
    String answer(Chat chat, String text) {
        var reply = Replies.to(text);
        var words = reply.in(chat.language());
        tell(
                said(chat, "customer", text, Map.of("topic", reply.topic())),
                said(chat, "bot", words, Map.of("topic", reply.topic(), "answered", reply.answers())));
        return words;
    }

    /** What a person says who takes over. */
    String escalate(Chat chat) {
        var words = Replies.colleague(chat.language());
        tell(
                event(chat, "conversation.escalated", Map.of("reason", "requested")),
                said(chat, "human", words, Map.of("agent", "maya")));
        return words;
    }

    void end(Chat chat) {
        tell(event(chat, "conversation.ended", Map.of("reason", "completed")));
    }

    private Map<String, Object> said(Chat chat, String from, String text, Map<String, Object> more) {
        var data = new LinkedHashMap<String, Object>(more);
        data.put("from", from);
        data.put("text", text);
        return event(chat, "conversation.message", data);
    }

    private Map<String, Object> event(Chat chat, String type, Map<String, Object> data) {
        return Map.of(
                "specversion",
                "1.0",
                "id",
                UUID.randomUUID().toString(),
                "source",
                "/demo-shop",
                "type",
                type,
                "subject",
                chat.id(),
                "time",
                clock.instant().truncatedTo(ChronoUnit.MILLIS).toString(),
                "data",
                data);
    }

    @SafeVarargs
    private void tell(Map<String, Object>... events) {
        var all = new ArrayList<>(List.of(events));
        ingest.post("/v1/events", all, "application/cloudevents-batch+json");
    }
}
