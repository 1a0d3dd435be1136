package io.deskpulse.metrics.counting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskpulse.contracts.journey.Journey;

/**
 * A journey in the outbox: the key of its record, a line feed, and its JSON.
 *
 * @param key tenant and customer, else visitor, else conversation: a customer stays in one partition
 * @param json the journey
 */
public record OutgoingJourney(String key, String json) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A journey as it goes out with a revision. */
    static OutgoingJourney of(Journey journey, long revision) {
        String who = journey.customer() != null
                ? journey.customer()
                : journey.visitor() != null ? journey.visitor() : journey.conversation();
        try {
            return new OutgoingJourney(
                    journey.tenant() + ":" + who, JSON.writeValueAsString(journey.withRevision(revision)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a journey that cannot be written", e);
        }
    }

    /** As it stands in the outbox. */
    String text() {
        return key + '\n' + json;
    }

    /** Reads {@link #text}. */
    public static OutgoingJourney parse(String text) {
        int end = text.indexOf('\n');
        return new OutgoingJourney(text.substring(0, end), text.substring(end + 1));
    }
}
