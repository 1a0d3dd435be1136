package io.deskpulse.endtoend.alerting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A conversation in which the customer's mood turns until a human answers. */
public record Mood(String conversation) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Raises an alert. */
    public List<JsonNode> turns() {
        return List.of(
                event("conversation.started", JSON.objectNode().put("channel", "web")),
                message("customer", 0.4),
                message("customer", -0.9));
    }

    /** Ends it. */
    public List<JsonNode> isCalmed() {
        return List.of(message("human", null));
    }

    private JsonNode message(String from, Double sentiment) {
        ObjectNode data = JSON.objectNode().put("from", from);
        if (sentiment != null) {
            data.put("sentiment", sentiment);
        }
        return event("conversation.message", data);
    }

    private ObjectNode event(String type, ObjectNode data) {
        ObjectNode event = JSON.objectNode()
                .put("specversion", "1.0")
                .put("id", UUID.randomUUID().toString())
                .put("source", "/end-to-end")
                .put("type", type)
                .put("subject", conversation)
                .put("time", Instant.now().toString());
        event.set("data", data);
        return event;
    }
}
