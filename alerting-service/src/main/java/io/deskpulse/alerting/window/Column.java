package io.deskpulse.alerting.window;

import io.deskpulse.catalogue.measure.Measure;

/**
 * One of the numbers that are kept of a measure. Immutable.
 *
 * @param bin a point of a scale, for {@link Part#BIN}; else 0
 * @param currency for {@link Part#MONEY}; else null
 */
public record Column(Measure measure, Part part, int bin, String currency) {
    /** What is kept. */
    public enum Part {
        COUNT,
        SUM,
        SQUARES,
        /** How many have one point of a scale. */
        BIN,
        /** The sum in one currency. */
        MONEY,
        /** The buckets of a sketch, which are more than a number. */
        SKETCH
    }

    static Column of(Measure measure, Part part) {
        return new Column(measure, part, 0, null);
    }

    static Column bin(Measure measure, int bin) {
        return new Column(measure, Part.BIN, bin, null);
    }

    static Column money(Measure measure, String currency) {
        return new Column(measure, Part.MONEY, 0, currency);
    }
}
