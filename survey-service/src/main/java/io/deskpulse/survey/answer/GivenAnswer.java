package io.deskpulse.survey.answer;

import io.deskpulse.survey.definition.Answer;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The answer to one question of an offer, as it stands. Immutable.
 *
 * @param revision counts its changes, from 1
 * @param answer empty where it was withdrawn
 * @param at when it was given, or withdrawn
 */
public record GivenAnswer(UUID offer, String question, int revision, Optional<Answer> answer, Instant at) {
    static GivenAnswer first(UUID offer, String question, Answer answer, Instant now) {
        return new GivenAnswer(offer, question, 1, Optional.of(answer), now);
    }

    GivenAnswer changed(Optional<Answer> other, Instant now) {
        return new GivenAnswer(offer, question, revision + 1, other, now);
    }

    /** Tells nothing of what was answered: it may end up in a log. */
    @Override
    public String toString() {
        return "answer to " + question + " of offer " + offer + ", revision " + revision;
    }
}
