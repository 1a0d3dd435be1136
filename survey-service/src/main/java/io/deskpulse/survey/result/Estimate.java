package io.deskpulse.survey.result;

import io.deskpulse.catalogue.definition.Metric;
import io.deskpulse.catalogue.interval.Interval;

/**
 * A number that a sample says something about.
 *
 * @param value null where the sample is empty
 * @param interval 95 %; null where the sample says nothing
 * @param sample as how many answers of equal weight it is worth
 */
public record Estimate(Double value, Interval interval, double sample) {
    static final Estimate NONE = new Estimate(null, null, 0);

    /** Whether so few are behind it that it should not be relied on. */
    public boolean lowSample() {
        return sample < Metric.MINIMUM_SAMPLE;
    }
}
