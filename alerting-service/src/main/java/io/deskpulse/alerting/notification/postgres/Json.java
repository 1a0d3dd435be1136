package io.deskpulse.alerting.notification.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Labels as JSON. Stateless. */
final class Json {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Json() {}

    static String write(Map<String, String> labels) {
        ObjectNode json = JSON.createObjectNode();
        labels.forEach(json::put);
        return json.toString();
    }

    static SortedMap<String, String> read(String text) {
        SortedMap<String, String> labels = new TreeMap<>();
        try {
            JSON.readTree(text)
                    .properties()
                    .forEach(
                            label -> labels.put(label.getKey(), label.getValue().textValue()));
            return labels;
        } catch (JsonProcessingException e) {
            // Its message quotes what it read.
            throw new IllegalStateException("what is stored are no labels");
        }
    }
}
