package io.deskpulse.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes events by hand: {@code at(seconds)} sets the time of what is told next. */
public final class Story {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final List<JsonNode> events = new ArrayList<>();
    private final Instant zero;
    private final String source;
    private String subject = "c-1";
    private Instant now;

    /**
     * A story without events.
     *
     * @param zero the time of {@code at(0)}
     */
    public Story(String source, Instant zero) {
        this.source = source;
        this.zero = zero;
        this.now = zero;
    }

    /** What follows is about this conversation, visitor or incident. */
    public Story about(String newSubject) {
        subject = newSubject;
        return this;
    }

    /** What follows has this time, in seconds after zero. */
    public Story at(double seconds) {
        now = zero.plus(Duration.ofMillis(Math.round(seconds * 1000)));
        return this;
    }

    /** Tells an event; {@code fields} are names and values in turn. */
    public Story tell(String type, Object... fields) {
        ObjectNode event = JSON.createObjectNode()
                .put("specversion", "1.0")
                .put("id", subject + "-" + events.size())
                .put("source", source)
                .put("type", type)
                .put("subject", subject)
                .put("time", now.toString());
        ObjectNode data = event.putObject("data");
        for (int i = 0; i < fields.length; i += 2) {
            data.set((String) fields[i], JSON.valueToTree(fields[i + 1]));
        }
        events.add(event);
        return this;
    }

    public Story started(Object... fields) {
        return tell("conversation.started", fields);
    }

    public Story customer(Object... fields) {
        return message("customer", fields);
    }

    public Story bot(Object... fields) {
        return message("bot", fields);
    }

    public Story human(Object... fields) {
        return message("human", fields);
    }

    public Story escalated(String reason) {
        return tell("conversation.escalated", "reason", reason);
    }

    public Story resolved(String by, Object... fields) {
        return tell("conversation.resolved", with(fields, "by", by));
    }

    public Story reopened() {
        return tell("conversation.reopened");
    }

    public Story ended(String reason) {
        return tell("conversation.ended", "reason", reason);
    }

    /** Sends the last event once more. */
    public Story again() {
        events.add(events.get(events.size() - 1));
        return this;
    }

    /** All events in the order they were told. */
    public List<JsonNode> events() {
        return List.copyOf(events);
    }

    private Story message(String from, Object... fields) {
        return tell("conversation.message", with(fields, "from", from));
    }

    private static Object[] with(Object[] fields, String name, Object value) {
        List<Object> all = new ArrayList<>(List.of(fields));
        all.add(name);
        all.add(value);
        return all.toArray();
    }
}
