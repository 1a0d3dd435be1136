package io.deskpulse.metrics.query;

import io.deskpulse.catalogue.definition.Metric;
import io.deskpulse.catalogue.measure.Measure;
import java.util.LinkedHashMap;
import java.util.Map;

/** A metric's splits of its own. */
final class Parts {
    private Parts() {}

    /** The value that a measure is of each part: messages_bot is {@code bot} of {@code sender}. */
    static Map<String, String> of(Metric metric, Measure measure) {
        Map<String, String> values = new LinkedHashMap<>();
        metric.parts()
                .forEach((part, measures) -> measures.forEach((value, id) -> {
                    if (id.equals(measure.id())) {
                        values.put(part, value);
                    }
                }));
        return values;
    }
}
