package io.deskpulse.alerting.silence.document;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.alerting.silence.Silence;
import java.time.Instant;

/** A silence as JSON. Stateless. */
public final class SilenceWriter {
    private SilenceWriter() {}

    public static ObjectNode write(Silence silence, Instant now) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", silence.id().toString());
        json.put("state", silence.at(now).wire());
        ArrayNode matchers = json.putArray("matchers");
        silence.matchers().texts().forEach(matchers::add);
        json.put("startsAt", silence.startsAt().toString());
        json.put("endsAt", silence.endsAt().toString());
        json.put("author", silence.author());
        json.put("comment", silence.comment());
        json.put("createdAt", silence.createdAt().toString());
        json.put("revision", silence.revision());
        return json;
    }
}
