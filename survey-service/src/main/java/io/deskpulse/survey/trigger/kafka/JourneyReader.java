package io.deskpulse.survey.trigger.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.deskpulse.survey.definition.Dimension;
import io.deskpulse.survey.episode.Episode;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** An episode from the JSON of its journey, read without reflection. Stateless. */
final class JourneyReader {
    private static final ObjectReader JSON = new ObjectMapper().reader();
    /** What the metrics-service writes where it knows no value. */
    private static final String UNKNOWN = "unknown";

    private JourneyReader() {}

    /** Empty for what is no journey. */
    static Optional<Episode> read(byte[] value) {
        if (value == null) {
            return Optional.empty();
        }
        try {
            return read(JSON.readTree(value));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Episode> read(JsonNode journey) {
        String id = text(journey, "id");
        String tenant = text(journey, "tenant");
        String conversation = text(journey, "conversation");
        if (id == null
                || tenant == null
                || conversation == null
                || !journey.path("closedAt").isIntegralNumber()) {
            return Optional.empty();
        }
        return Optional.of(new Episode(
                id,
                journey.path("revision").asLong(),
                "CLOSED".equals(text(journey, "status")),
                journey.path("reopened").asBoolean(),
                tenant,
                conversation,
                journey.path("episode").asInt(),
                text(journey, "customer"),
                Instant.ofEpochMilli(journey.path("startedAt").asLong()),
                Instant.ofEpochMilli(journey.path("closedAt").asLong()),
                values(journey)));
    }

    private static Map<Dimension, String> values(JsonNode journey) {
        Map<Dimension, String> values = new EnumMap<>(Dimension.class);
        JsonNode dimensions = journey.path("dimensions");
        for (Dimension dimension : Dimension.values()) {
            String value = text(dimension == Dimension.OUTCOME ? journey : dimensions, dimension.wire());
            if (value != null && !value.equals(UNKNOWN)) {
                values.put(dimension, value);
            }
        }
        return values;
    }

    /** Postgres stores no U+0000. */
    private static String text(JsonNode of, String name) {
        JsonNode found = of.path(name);
        return found.isTextual() && found.textValue().indexOf('\0') < 0 ? found.textValue() : null;
    }
}
