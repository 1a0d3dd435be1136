package io.deskpulse.survey.definition;

import java.util.Collections;
import java.util.List;

/**
 * A question is shown if an earlier one was answered so. An earlier one that is hidden itself has no answer.
 *
 * @param question the id of the earlier question
 */
public record ShowIf(String question, Condition condition) {
    /** What the earlier answer must be. */
    public sealed interface Condition {}

    /** A score of at most {@code value}. */
    public record AtMost(int value) implements Condition {}

    /** A score of at least {@code value}. */
    public record AtLeast(int value) implements Condition {}

    /** One of these options was chosen. */
    public record AnyOf(List<String> options) implements Condition {
        public AnyOf {
            Rules.size("/anyOf", options.size(), 1, Rules.MAX_CHOICES);
            options = List.copyOf(options);
        }
    }

    /** Whether it holds for the answer to the earlier question; null where there is none. */
    boolean holds(Answer answer) {
        if (answer instanceof Answer.Score score) {
            return condition instanceof AtMost most && score.value() <= most.value()
                    || condition instanceof AtLeast least && score.value() >= least.value();
        }
        return answer instanceof Answer.Chosen chosen
                && condition instanceof AnyOf any
                && !Collections.disjoint(any.options(), chosen.options());
    }

    /** Throws where the earlier question cannot be answered so. */
    void check(Question earlier) {
        if (condition instanceof AnyOf any) {
            checkOptions(any, earlier);
        } else if (!(earlier instanceof ScoreQuestion)) {
            throw new InvalidSurvey(
                    "/question", "Name a csat, nps or ces question: only these have scores to compare.");
        }
    }

    private static void checkOptions(AnyOf any, Question earlier) {
        if (!(earlier instanceof ChoiceQuestion choice)) {
            throw new InvalidSurvey("/question", "Name a choice question: only these have options.");
        }
        for (int i = 0; i < any.options().size(); i++) {
            if (!choice.offers(any.options().get(i))) {
                throw new InvalidSurvey("/anyOf/" + i, "Send the id of an option of that question.");
            }
        }
    }
}
