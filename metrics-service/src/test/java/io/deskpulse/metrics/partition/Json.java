package io.deskpulse.metrics.partition;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskpulse.contracts.event.ConversationEnded;
import io.deskpulse.contracts.event.ConversationMessage;
import io.deskpulse.contracts.event.ConversationStarted;
import io.deskpulse.contracts.event.Event;
import java.util.LinkedHashMap;
import java.util.Map;

/** The data of events as JSON. */
final class Json {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().setSerializationInclusion(JsonInclude.Include.NON_NULL);

    private Json() {}

    static byte[] of(Event event) {
        Map<String, Object> data = new LinkedHashMap<>();
        if (event.data() instanceof ConversationStarted started) {
            data.put("channel", started.channel());
        } else if (event.data() instanceof ConversationMessage message) {
            data.put("from", message.from().name().toLowerCase(java.util.Locale.ROOT));
            data.put("text", message.text());
        } else if (event.data() instanceof ConversationEnded ended) {
            data.put("reason", ended.reason().name().toLowerCase(java.util.Locale.ROOT));
        }
        try {
            return MAPPER.writeValueAsBytes(data);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
