package io.deskpulse.survey.definition;

import io.deskpulse.contracts.event.QuestionKind;
import io.deskpulse.contracts.event.Scale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One number: csat from 1 to 3, 5, 7 or 10; nps from 0 to 10; ces from 1 to 5 or 7.
 *
 * @param comment whether the person may add something in own words
 */
public record ScoreQuestion(Asked asked, QuestionKind kind, Scale scale, Ends ends, boolean comment)
        implements Question {
    private static final Scale NPS = new Scale(0, 10);

    public ScoreQuestion {
        if (!allowed(kind, scale)) {
            throw new InvalidSurvey("/points", "Send a number of points that this kind has: " + choices(kind) + ".");
        }
    }

    /** The question whose scale has this many points; an nps always has eleven. */
    public static ScoreQuestion of(Asked asked, QuestionKind kind, int points, Ends ends, boolean comment) {
        if (kind == QuestionKind.NPS) {
            if (points != 11) {
                throw new InvalidSurvey("/points", "Leave it out: an nps goes from 0 to 10.");
            }
            return new ScoreQuestion(asked, kind, NPS, ends, comment);
        }
        if (points < 2) {
            throw new InvalidSurvey("/points", "Send a number of points that this kind has: " + choices(kind) + ".");
        }
        return new ScoreQuestion(asked, kind, new Scale(1, points), ends, comment);
    }

    @Override
    public Optional<InvalidAnswer> fault(Answer answer) {
        if (!(answer instanceof Answer.Score score)) {
            return Optional.of(new InvalidAnswer("", "Send {\"value\": n}: this question asks for a number."));
        }
        if (score.value() < scale.min() || score.value() > scale.max()) {
            return Optional.of(new InvalidAnswer(
                    "/value", "Send a whole number from " + scale.min() + " to " + scale.max() + "."));
        }
        if (score.comment() != null && !comment) {
            return Optional.of(new InvalidAnswer("/comment", "Leave it out: this question takes no comment."));
        }
        return score.comment() == null
                ? Optional.empty()
                : TextQuestion.fault("/comment", score.comment(), Rules.MAX_WRITTEN);
    }

    @Override
    public Stream<Text> texts() {
        return Stream.concat(Stream.of(new Text("/text", asked.text())), ends.texts());
    }

    private static boolean allowed(QuestionKind kind, Scale scale) {
        return switch (kind) {
            case CSAT -> scale.min() == 1 && Set.of(3, 5, 7, 10).contains(scale.max());
            case CES -> scale.min() == 1 && Set.of(5, 7).contains(scale.max());
            case NPS -> scale.equals(NPS);
            default -> throw new IllegalArgumentException("no score: " + kind);
        };
    }

    private static String choices(QuestionKind kind) {
        return kind == QuestionKind.CSAT ? "3, 5, 7 or 10" : "5 or 7";
    }
}
