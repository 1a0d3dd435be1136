package io.deskpulse.alerting.text;

import io.deskpulse.alerting.alert.Reason;
import io.deskpulse.alerting.alert.State;

/**
 * What there is to tell, each value in the words of one language. Immutable.
 *
 * @param subject what is watched: a metric of a group
 * @param change how far the value is from the baseline, in the measure of the rule; or what stands for no value
 * @param interval low and high, or null where they are not known
 * @param sample so many things, or null where it is not known
 * @param span begin and end of the window, or null
 */
record Said(
        String name,
        String subject,
        State state,
        Reason reason,
        String value,
        String limit,
        String baseline,
        String change,
        String interval,
        String sample,
        String window,
        String span) {}
