package io.deskpulse.survey.definition;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a person answered to one question. Whether it fits the question is for the question to say. */
public sealed interface Answer {
    /**
     * A point of a scale.
     *
     * @param comment in the person's own words; or null
     */
    record Score(int value, String comment) implements Answer {}

    /** A point of the scale for each aspect that was rated, by its id. */
    record Ratings(Map<String, Integer> values) implements Answer {
        public Ratings {
            values = Collections.unmodifiableMap(new TreeMap<>(values));
        }
    }

    /** The ids of the options that were chosen. */
    record Chosen(List<String> options) implements Answer {
        public Chosen {
            options = List.copyOf(options);
        }
    }

    /** A text. */
    record Written(String text) implements Answer {}
}
