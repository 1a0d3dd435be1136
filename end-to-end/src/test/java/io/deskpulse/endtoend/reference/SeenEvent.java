package io.deskpulse.endtoend.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;

/**
 * One event of the file.
 *
 * @param time its own time, milliseconds since 1970
 */
record SeenEvent(String source, String id, String type, String subject, long time, JsonNode data) {
    static SeenEvent of(JsonNode line) {
        return new SeenEvent(
                line.get("source").asText(),
                line.get("id").asText(),
                line.get("type").asText(),
                line.get("subject").asText(),
                OffsetDateTime.parse(line.get("time").asText()).toInstant().toEpochMilli(),
                line.path("data"));
    }

    boolean is(String wanted) {
        return type.equals(wanted);
    }

    boolean isMessage() {
        return is("conversation.message");
    }

    boolean isPrivate() {
        return isMessage() && "private".equals(text("visibility"));
    }

    boolean isPublicMessage() {
        return isMessage() && !isPrivate();
    }

    boolean isFrom(String party) {
        return isPublicMessage() && party.equals(text("from"));
    }

    boolean isFromCustomer() {
        return isFrom("customer");
    }

    /** A bot's message that says it had no answer. */
    boolean isBotWithoutAnswer() {
        return isFrom("bot") && has("answered") && !data.get("answered").asBoolean();
    }

    boolean has(String field) {
        return data.hasNonNull(field);
    }

    /** The field of the data, or null. */
    String text(String field) {
        return has(field) ? data.get(field).asText() : null;
    }

    double number(String field) {
        return data.get(field).asDouble();
    }
}
