package io.deskpulse.alerting.trial.file;

import io.deskpulse.catalogue.measure.Measure;
import java.util.List;
import java.util.Map;

/**
 * What is counted of one group, minute by minute. Immutable.
 *
 * @param group values by dimension; the others are unknown
 * @param from the minute of the first value, after the begin of the test; negative for before
 * @param minutes what each of them holds
 */
record Series(Map<String, String> group, int from, List<Map<Measure, Amount>> minutes) {
    Series {
        group = Map.copyOf(group);
        minutes = List.copyOf(minutes);
    }

    /** What a minute holds. */
    Map<Measure, Amount> at(int minute) {
        int place = minute - from;
        return place >= 0 && place < minutes.size() ? minutes.get(place) : Map.of();
    }

    /** The first minute behind the last value. */
    int end() {
        return from + minutes.size();
    }
}
