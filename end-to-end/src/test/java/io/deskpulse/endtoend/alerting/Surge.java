package io.deskpulse.endtoend.alerting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.localstack.alert.JsonApi;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** More conversations with one bot version in a minute than its rule allows; the window that has passed them by ends the alert. */
record Surge(String variant) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int LIMIT = 5;

    /** Watches every version. */
    static void watch(JsonApi api) {
        ObjectNode rule = JSON.objectNode()
                .put("id", "surge")
                .put("metric", "conversations_started")
                .put("window", "1m")
                .put("slide", "1m")
                // What is over before anybody was told is told to nobody, and a kill can delay who tells.
                .put("keepFiringFor", "1m")
                .put("maxInstances", 1_000);
        rule.putArray("by").add("variant");
        rule.set(
                "condition",
                JSON.objectNode().put("type", "threshold").put("operator", ">").put("limit", LIMIT));
        api.post("/v1/rules", rule).good();
    }

    /** Too many, even where the end of a minute parts them; others each time. */
    List<JsonNode> events() {
        return IntStream.range(0, 2 * (LIMIT + 1)).mapToObj(any -> started()).toList();
    }

    private JsonNode started() {
        String conversation = UUID.randomUUID().toString();
        ObjectNode event = JSON.objectNode()
                .put("specversion", "1.0")
                .put("id", conversation)
                .put("source", "/end-to-end")
                .put("type", "conversation.started")
                .put("subject", conversation)
                .put("time", Instant.now().toString());
        event.set("data", JSON.objectNode().put("channel", "web").put("variant", variant));
        return event;
    }
}
