package io.deskpulse.localstack.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A survey that was offered once, and what came of it.
 *
 * @param conversation where; or null
 * @param customer to whom; or null
 * @param kind csat (5 points), nps or ces (7 points)
 * @param value the answer; empty where there was none
 * @param offeredAt when it was offered
 * @param answeredAt when it was answered; null where it was not
 * @param language BCP 47; or null
 */
record PastAnswer(
        String conversation,
        String customer,
        String kind,
        OptionalInt value,
        Instant offeredAt,
        Instant answeredAt,
        String language) {

    private static final Map<String, int[]> SCALES =
            Map.of("csat", new int[] {1, 5}, "nps", new int[] {0, 10}, "ces", new int[] {1, 7});

    /** Reads a line; throws {@link IllegalArgumentException} with what is wrong, without telling what stands there. */
    static PastAnswer of(JsonNode line) {
        var kind = line.path("kind").asText("");
        if (!SCALES.containsKey(kind)) {
            throw new IllegalArgumentException("kind: not csat, nps or ces");
        }
        var value = value(line.path("value"), SCALES.get(kind));
        var answeredAt = value.isPresent() ? time(line, "answeredAt") : null;
        return new PastAnswer(
                text(line, "conversation"),
                text(line, "customer"),
                kind,
                value,
                time(line, "offeredAt"),
                answeredAt,
                text(line, "language"));
    }

    private static OptionalInt value(JsonNode value, int[] scale) {
        if (value.isMissingNode() || value.isNull()) {
            return OptionalInt.empty();
        }
        if (!value.canConvertToExactIntegral() || value.asInt() < scale[0] || value.asInt() > scale[1]) {
            throw new IllegalArgumentException("value: not a whole number from %d to %d".formatted(scale[0], scale[1]));
        }
        return OptionalInt.of(value.asInt());
    }

    private static String text(JsonNode line, String field) {
        return line.path(field).isTextual() ? line.path(field).asText() : null;
    }

    private static Instant time(JsonNode line, String field) {
        try {
            return OffsetDateTime.parse(line.path(field).asText()).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(field + ": not a time (RFC 3339)", e);
        }
    }
}
