package io.deskpulse.alerting.alert;

import java.time.Instant;

/**
 * What an instance was judged by; what does not apply is null. Immutable.
 *
 * @param value in the metric's unit
 * @param low lower bound of its 95 % interval
 * @param high upper bound
 * @param numerator of a rate or mean
 * @param denominator of a rate or mean
 * @param sample how many things it rests on
 * @param limit what it is compared with, after the rule's condition
 * @param baseline the value that a change is measured from
 * @param from begin of the window
 * @param to end of the window
 */
public record Evidence(
        Double value,
        Double low,
        Double high,
        Double numerator,
        Double denominator,
        Long sample,
        Double limit,
        Double baseline,
        Instant from,
        Instant to) {
    /** Nothing is known. */
    public static final Evidence NONE = new Evidence(null, null, null, null, null, null, null, null, null, null);
}
