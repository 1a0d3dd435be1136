package io.deskpulse.survey.result;

import java.util.List;
import java.util.Map;

/**
 * What was counted over the offers of a {@link Selection}, all at one moment.
 *
 * @param all over all of them
 * @param byVersion by version of the survey
 * @param byValue the most frequent values of each compared dimension, the most frequent first
 * @param answers how often each answer was given
 * @param shown to how many each question with a condition was shown
 * @param paces how long the questions took
 */
public record Tally(
        Offers all,
        Map<Integer, Offers> byVersion,
        Map<Dimension, List<Valued>> byValue,
        List<Given> answers,
        List<Shown> shown,
        Map<String, Double> paces) {
    /** Nothing was offered. */
    public static final Tally NOTHING = new Tally(Offers.NONE, Map.of(), Map.of(), List.of(), List.of(), Map.of());

    /**
     * How far offers came.
     *
     * @param made how many were made
     * @param delivered how many reached somebody: those in a widget when they are seen, all others as they are made
     * @param shown how many were seen by somebody: told so, or answered
     * @param started how many have an answer
     * @param finished how many were finished
     */
    public record Offers(long made, long delivered, long shown, long started, long finished) {
        public static final Offers NONE = new Offers(0, 0, 0, 0, 0);

        public Offers less(Offers other) {
            return new Offers(
                    made - other.made,
                    delivered - other.delivered,
                    shown - other.shown,
                    started - other.started,
                    finished - other.finished);
        }

        Offers plus(Offers other) {
            return new Offers(
                    made + other.made,
                    delivered + other.delivered,
                    shown + other.shown,
                    started + other.started,
                    finished + other.finished);
        }
    }

    /** Offers with one value of a dimension. */
    public record Valued(String value, Offers offers) {}

    /**
     * How often something was answered.
     *
     * @param part the aspect that was rated or the option that was chosen; null for the question as a whole
     * @param value the point of the scale; null where there is none. Without part and value it is the question that was answered
     * @param counted how often
     * @param comments how often with own words
     */
    public record Given(int version, String question, String part, Integer value, Counted counted, long comments) {}

    /** To how many a question with a condition was shown, by their answer to the earlier one. */
    public record Shown(int version, String question, long offers) {}
}
