package io.deskpulse.metrics.query;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which values of which dimensions are counted. Immutable.
 *
 * @param values allowed values by the name of a dimension, of a metric's own part, or {@code currency}; what is not
 *     named is not restricted
 */
record Where(Map<String, Set<String>> values) {
    /** Everything is counted. */
    static final Where ALL = new Where(Map.of());

    Where {
        values = Map.copyOf(values);
    }

    /** Whether a value of a dimension is counted. */
    boolean allows(String dimension, String value) {
        Set<String> allowed = values.get(dimension);
        return allowed == null || allowed.contains(value);
    }

    /** The dimensions that are restricted. */
    List<String> dimensions() {
        return List.copyOf(values.keySet());
    }
}
