package io.deskpulse.survey.definition;

import io.deskpulse.contracts.event.QuestionKind;
import java.util.Optional;
import java.util.stream.Stream;

/** One question of a survey. */
public sealed interface Question permits ScoreQuestion, RatingQuestion, ChoiceQuestion, TextQuestion {
    Asked asked();

    QuestionKind kind();

    /** Why this answer cannot be taken, or empty. */
    Optional<InvalidAnswer> fault(Answer answer);

    /** Every text, by its JSON pointer within the question. */
    Stream<Text> texts();

    default String id() {
        return asked().id();
    }

    /** A text and where it stands. */
    record Text(String pointer, Wording wording) {}
}
