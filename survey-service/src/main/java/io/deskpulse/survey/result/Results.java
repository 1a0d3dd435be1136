package io.deskpulse.survey.result;

import io.deskpulse.survey.definition.Question;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What came of a survey. Immutable.
 *
 * @param versions those that were looked at
 * @param offers how far offers came
 * @param responses how many respond, by the value of each compared dimension
 * @param questions in the order in which they are asked
 */
public record Results(
        Selection selection,
        String defaultLanguage,
        Collection<Integer> versions,
        Tally.Offers offers,
        Estimate responseRate,
        Estimate completionRate,
        Map<Dimension, List<Response>> responses,
        List<Answered> questions) {

    /**
     * How many of those with one value respond.
     *
     * @param rate offers with an answer / offers seen
     * @param differs whether it differs from that of all others at the 95 % level; null where that cannot be said
     */
    public record Response(String value, Tally.Offers offers, Estimate rate, Boolean differs) {}

    /**
     * What was answered to one question.
     *
     * @param shownTo to how many offers that were seen it was shown
     * @param answered how many of them have an answer
     * @param answerRate the one of the other; the rest has dropped off
     * @param medianSeconds from the answer before, or from seeing the survey, to this answer; null where it is not known
     * @param comments how many have own words
     * @param parts the question itself, or the aspects of a rating
     * @param options of a choice
     * @param leftOut versions that ask it on another scale, whose answers are not counted here
     */
    public record Answered(
            Question question,
            long shownTo,
            long answered,
            Estimate answerRate,
            Double medianSeconds,
            long comments,
            List<Scored> parts,
            List<Chosen> options,
            List<Integer> leftOut) {}

    /**
     * Something that was given points.
     *
     * @param aspect null for the question as a whole
     */
    public record Scored(String aspect, Distribution given, List<Score> scores) {}

    /**
     * An option.
     *
     * @param share of those who answered
     */
    public record Chosen(String option, long count, Estimate share, Estimate weightedShare) {}
}
