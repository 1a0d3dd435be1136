package io.deskpulse.localstack.alert;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Sends whole conversations of bot versions, that happen now. */
final class TrialChats {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final JsonApi ingest;
    private final Clock clock;

    TrialChats(JsonApi ingest, Clock clock) {
        this.ingest = ingest;
        this.clock = clock;
    }

    /** Returns when all of it is accepted. */
    void send(String variant, int conversations, boolean resolved) {
        ArrayNode events = JSON.arrayNode();
        for (int i = 0; i < conversations; i++) {
            add(events, variant, resolved);
        }
        var answer = ingest.post("/v1/events", events, "application/cloudevents-batch+json")
                .good();
        answer.path("results").forEach(result -> {
            if (!result.path("status").asText().equals("accepted")) {
                throw new AlertTrialFailed("an event was rejected: " + result.path("problem"));
            }
        });
    }

    private void add(ArrayNode events, String variant, boolean resolved) {
        var id = "trial-" + UUID.randomUUID();
        // All of it in the past, as it would be: a second or so long.
        var begin = clock.instant().minusMillis(50);
        var started = JSON.objectNode().put("channel", "web").put("variant", variant);
        events.add(event(id, "conversation.started", begin, started));
        events.add(event(
                id,
                "conversation.message",
                begin.plusMillis(10),
                JSON.objectNode().put("from", "customer")));
        events.add(event(
                id,
                "conversation.message",
                begin.plusMillis(20),
                JSON.objectNode().put("from", "bot").put("answered", resolved)));
        if (resolved) {
            var by = JSON.objectNode().put("by", "bot").put("confirmation", "confirmed");
            events.add(event(id, "conversation.resolved", begin.plusMillis(30), by));
        }
        events.add(event(
                id,
                "conversation.ended",
                begin.plusMillis(40),
                JSON.objectNode().put("reason", "closed")));
    }

    private static ObjectNode event(String conversation, String type, Instant time, ObjectNode data) {
        ObjectNode event = JSON.objectNode()
                .put("specversion", "1.0")
                .put("id", UUID.randomUUID().toString())
                .put("source", "/alert-trial")
                .put("type", type)
                .put("subject", conversation)
                .put("time", time.truncatedTo(ChronoUnit.MILLIS).toString());
        event.set("data", data);
        return event;
    }
}
