package io.deskpulse.endtoend.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.Map;

/** Surveys that were offered once all events had been counted, each shown and perhaps answered. */
final class Surveys {
    private final Map<String, Conversation> conversations;
    private final Facts facts;

    Surveys(Map<String, Conversation> conversations, Facts facts) {
        this.conversations = conversations;
        this.facts = facts;
    }

    void recount(Iterable<JsonNode> offers) {
        offers.forEach(this::recount);
    }

    private void recount(JsonNode offer) {
        long offeredAt = time(offer, "offeredAt");
        Attributes then = attributes(offer, offeredAt);
        facts.file("offers_shown", offeredAt, then);
        if (offer.hasNonNull("value")) {
            long answeredAt = time(offer, "answeredAt");
            facts.file("offers_answered", offeredAt, then);
            facts.file(
                    offer.get("kind").asText(),
                    answeredAt,
                    attributes(offer, answeredAt),
                    offer.get("value").asDouble());
        }
    }

    private Attributes attributes(JsonNode offer, long time) {
        Conversation conversation = conversations.get(offer.path("conversation").asText());
        return conversation == null
                ? Attributes.UNKNOWN.with("language", offer.path("language").asText(null))
                : conversation.knownAt(time);
    }

    private static long time(JsonNode offer, String field) {
        return OffsetDateTime.parse(offer.get(field).asText()).toInstant().toEpochMilli();
    }
}
