package io.deskpulse.endtoend.reference;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What every live metric is, in all or by one dimension, in any range of time. */
public final class Answers {
    private static final Map<String, Function<Slice, Expected>> METRICS = Metrics.all();
    private final List<Fact> facts;
    private final Map<String, Map<String, Slice>> slices = new TreeMap<>();
    private final Slice total;

    Answers(List<Fact> facts) {
        this.facts = List.copyOf(facts);
        this.total = new Slice(this.facts, this.facts);
        for (String dimension : Attributes.DIMENSIONS) {
            slices.put(dimension, sliced(dimension));
        }
    }

    /** The ids of the metrics that are known here. */
    public static Set<String> metrics() {
        return new TreeSet<>(METRICS.keySet());
    }

    /** The names of the dimensions. */
    public static List<String> dimensions() {
        return Attributes.DIMENSIONS;
    }

    /** The values that a dimension takes in any fact. */
    public Set<String> values(String dimension) {
        return slices.get(dimension).keySet();
    }

    /** The values of a dimension for which there is anything to tell of one metric in a range. */
    public Set<String> values(String dimension, String metric, long from, long to) {
        return values(dimension).stream()
                .filter(value -> !isNothing(expect(metric, dimension, value, from, to)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A metric of everything. */
    public Expected expect(String metric, long from, long to) {
        return METRICS.get(metric).apply(total.in(from, to));
    }

    /** A metric of one value of a dimension. */
    public Expected expect(String metric, String dimension, String value, long from, long to) {
        Slice slice = slices.get(dimension).getOrDefault(value, new Slice(List.of(), facts));
        return METRICS.get(metric).apply(slice.in(from, to));
    }

    /** Whether there is nothing to tell: no value, or a count of none. */
    public static boolean isNothing(Expected expected) {
        return expected.value() == null || expected.value() == 0 && expected.denominator() == null;
    }

    /** How often something was counted, whenever. */
    long count(String measure) {
        return facts.stream().filter(fact -> fact.measure().equals(measure)).count();
    }

    List<Fact> facts(String measure) {
        return facts.stream().filter(fact -> fact.measure().equals(measure)).toList();
    }

    private Map<String, Slice> sliced(String dimension) {
        Map<String, List<Fact>> groups = facts.stream()
                .collect(Collectors.groupingBy(
                        fact -> fact.dimensions().get(dimension), TreeMap::new, Collectors.toList()));
        Map<String, Slice> result = new TreeMap<>();
        groups.forEach((value, group) -> result.put(value, new Slice(group, facts)));
        return result;
    }
}
