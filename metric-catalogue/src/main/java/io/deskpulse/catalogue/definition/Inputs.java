package io.deskpulse.catalogue.definition;

import io.deskpulse.catalogue.measure.Measure;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a metric is made of: ids of measures. Immutable.
 *
 * @param numerator added up
 * @param less taken off the numerator
 * @param weights what each thing in the numerator is worth, on average
 * @param denominator added up; empty where there is none
 * @param from the least score that counts; null where the formula asks for none
 * @param parts splits of its own: name to value to the measure of the numerator
 */
public record Inputs(
        List<String> numerator,
        List<String> less,
        List<String> weights,
        List<String> denominator,
        Integer from,
        Map<String, Map<String, String>> parts) {

    /** Copies what it is given. */
    public Inputs {
        numerator = List.copyOf(numerator);
        less = List.copyOf(less);
        weights = List.copyOf(weights);
        denominator = List.copyOf(denominator);
        parts = Map.copyOf(parts);
        for (Map<String, String> part : parts.values()) {
            if (!numerator.containsAll(part.values())) {
                throw new IllegalArgumentException("parts: name a measure that is not in the numerator");
            }
        }
    }

    /** The measures of these ids. */
    public static List<Measure> measures(List<String> ids) {
        return ids.stream().map(Inputs::measure).toList();
    }

    private static Measure measure(String id) {
        Measure measure = Measure.ofId(id);
        if (measure == null) {
            throw new IllegalArgumentException("measure " + id + ": there is none of that name");
        }
        return measure;
    }

    /** Throws where a measure does not exist, or is not of a shape that the formula can use. */
    void checkMeasures(Formula formula) {
        Stream.of(numerator, less).flatMap(List::stream).map(Inputs::measure).forEach(measure -> {
            if (!formula.takes(measure.shape())) {
                throw new IllegalArgumentException("measure " + measure.id() + ": the formula " + formula.id()
                        + " cannot use a " + measure.shape().name().toLowerCase(java.util.Locale.ROOT));
            }
        });
        measures(denominator);
        for (Measure weight : measures(weights)) {
            if (!weight.shape().ofQuantities()) {
                throw new IllegalArgumentException("weights: " + weight.id() + " has no mean");
            }
        }
    }
}
