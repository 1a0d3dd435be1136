package io.deskpulse.catalogue.definition;

import io.deskpulse.catalogue.interval.Interval;

/**
 * One number with all that is known about it. Null means that there is none: a rate of nothing is null, never 0.
 *
 * @param value in the metric's unit
 * @param numerator what the value was made of; null where there is no such thing
 * @param denominator by what it was divided, or the number of values; null where there is no such thing
 * @param interval 95 %, or the sketch's error for a quantile; null where the sample says nothing
 * @param lowSample whether fewer than {@link Metric#MINIMUM_SAMPLE} are behind it; false for counts
 */
public record Figure(Double value, Double numerator, Double denominator, Interval interval, boolean lowSample) {
    /** No number at all. */
    public static final Figure NONE = new Figure(null, null, null, null, false);

    /** A number that stands for itself. */
    public static Figure of(double value) {
        return new Figure(value, null, null, null, false);
    }
}
