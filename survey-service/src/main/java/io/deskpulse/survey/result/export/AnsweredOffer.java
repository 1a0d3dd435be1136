package io.deskpulse.survey.result.export;

import io.deskpulse.survey.definition.Answer;
import io.deskpulse.survey.result.Dimension;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * An offer with what was answered. Immutable.
 *
 * @param shownAt or null
 * @param finishedAt or null
 * @param conversation or null
 * @param customer or null
 * @param facts what is known of its dimensions
 * @param answers those that stand, by question
 */
public record AnsweredOffer(
        UUID id,
        int version,
        Instant offeredAt,
        Instant shownAt,
        Instant finishedAt,
        String conversation,
        String customer,
        double weight,
        Map<Dimension, String> facts,
        Map<String, Answer> answers) {
    /** Where it stands among all offers of its survey. */
    public Position position() {
        return new Position(offeredAt, id);
    }

    /** Tells nothing of what was answered: it may end up in a log. */
    @Override
    public String toString() {
        return "answers of offer " + id;
    }

    /** A place in the order of time. */
    public record Position(Instant offeredAt, UUID offer) {}
}
