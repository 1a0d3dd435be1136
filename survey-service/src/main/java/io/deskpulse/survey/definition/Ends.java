package io.deskpulse.survey.definition;

import java.util.stream.Stream;

/**
 * What the ends of a scale are called.
 *
 * @param low or null
 * @param high or null
 */
public record Ends(Wording low, Wording high) {
    Stream<Question.Text> texts() {
        return Stream.of(new Question.Text("/low", low), new Question.Text("/high", high))
                .filter(text -> text.wording() != null);
    }
}
