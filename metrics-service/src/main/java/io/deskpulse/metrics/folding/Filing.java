package io.deskpulse.metrics.folding;

import io.deskpulse.catalogue.cell.Dimensions;
import io.deskpulse.catalogue.measure.Measure;

/**
 * Where facts are filed: each call adds to the buckets of {@code timeMillis} under these dimensions. A negative
 * {@code weight} takes back what the same call with a positive one filed. Used by one thread.
 */
public interface Filing {
    /** Adds {@code weight} things to a measure of shape COUNT. */
    void count(long timeMillis, Dimensions dimensions, Measure measure, long weight);

    /**
     * Adds one quantity to a measure of a shape of quantities.
     *
     * @param value in the measure's own unit: milliseconds, millionths of sentiment, turns, points of a scale
     * @param weight 1, or -1 to take back
     */
    void quantity(long timeMillis, Dimensions dimensions, Measure measure, long value, int weight);

    /** Adds {@code micros} millionths of a currency to a measure of shape MONEY. */
    void money(long timeMillis, Dimensions dimensions, Measure measure, String currency, long micros);

    /** Adds a member to a measure of shape DISTINCT. */
    void distinct(long timeMillis, Dimensions dimensions, Measure measure, String member);
}
