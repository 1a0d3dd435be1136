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

    /** The currencies of all costs. */
    public Set<String> currencies() {
        return facts("cost").stream().map(Fact::label).collect(Collectors.toCollection(TreeSet::new));
    }

    /** A metric of everything in a range. */
    public Expected expect(String metric, Range range) {
        return expect(metric, Group.ALL, range, range);
    }

    /**
     * A metric of one group.
     *
     * @param bucket the part of the range that it is wanted for
     * @param asked the whole range
     */
    public Expected expect(String metric, Group group, Range bucket, Range asked) {
        Slice slice = group.dimension().isEmpty()
                ? total
                : slices.get(group.dimension()).getOrDefault(group.value(), new Slice(List.of(), facts));
        Slice part = slice.in(bucket, asked);
        return METRICS.get(metric).apply(group.currency().isEmpty() ? part : part.labelled(group.currency()));
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
