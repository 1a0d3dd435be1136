package io.deskpulse.endtoend.reference;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of a conversation, a visit or a cost.
 *
 * @param supplied whether a {@code started} said it
 * @param test left out of every metric
 * @param dimensions a value for each dimension
 */
record Attributes(boolean supplied, boolean test, Map<String, String> dimensions) {
    static final List<String> DIMENSIONS =
            List.of("channel", "scene", "language", "variant", "campaign", "segment", "region", "handler", "topic");

    static final Attributes UNKNOWN = new Attributes(false, false, unknown());

    static Attributes ofConversation(SeenEvent started) {
        Map<String, String> values = unknown();
        for (String name : List.of("channel", "language", "variant", "campaign", "segment", "region")) {
            put(values, name, started.text(name));
        }
        values.put("scene", started.has("scene") ? folded(started.text("scene")) : "other");
        return new Attributes(true, started.data().path("test").asBoolean(false), values);
    }

    static Attributes ofVisit(SeenEvent started) {
        Map<String, String> values = unknown();
        for (String name : List.of("channel", "campaign", "segment", "region")) {
            put(values, name, started.text(name));
        }
        return new Attributes(true, false, values);
    }

    Attributes with(String dimension, String value) {
        Map<String, String> values = new TreeMap<>(dimensions);
        put(values, dimension, value);
        return new Attributes(supplied, test, values);
    }

    String channel() {
        return dimensions.get("channel");
    }

    static String folded(String value) {
        return value.strip().toLowerCase(Locale.ROOT);
    }

    private static void put(Map<String, String> values, String name, String value) {
        if (value != null) {
            values.put(name, folded(value));
        }
    }

    private static Map<String, String> unknown() {
        Map<String, String> values = new TreeMap<>();
        for (String name : DIMENSIONS) {
            values.put(name, "unknown");
        }
        return values;
    }
}
