package io.deskpulse.alerting.window;

import io.deskpulse.catalogue.definition.Figure;

/**
 * A metric of one group in one window. Immutable.
 *
 * @param figure its value, with all that is known about it
 * @param sample how many things it rests on; null for what is not an average of things, such as a count
 * @param moments what a test of significance needs; null where there is no such test
 * @param empty whether there is nothing to read it from
 */
public record Reading(Figure figure, Long sample, Moments moments, boolean empty) {
    /** Nothing was counted. */
    public static final Reading NONE = new Reading(Figure.NONE, null, null, true);

    /**
     * Number, sum and sum of squares of things.
     *
     * @param rate whether each is 0 or 1
     */
    public record Moments(boolean rate, long count, double sum, double squares) {}
}
