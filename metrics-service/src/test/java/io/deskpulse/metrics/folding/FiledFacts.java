package io.deskpulse.metrics.folding;

import io.deskpulse.catalogue.cell.Dimensions;
import io.deskpulse.catalogue.measure.Measure;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Keeps every single fact that was filed and not taken back. */
public final class FiledFacts implements Filing {
    /** One fact; {@code text} is the currency or the member, {@code value} the quantity or the money. */
    public record Fact(long timeMillis, Dimensions dimensions, Measure measure, long value, String text) {}

    private final Map<Fact, Long> facts = new HashMap<>();
    private final Set<Fact> members = new HashSet<>();

    @Override
    public void count(long timeMillis, Dimensions dimensions, Measure measure, long weight) {
        add(new Fact(timeMillis, dimensions, measure, 0, ""), weight);
    }

    @Override
    public void quantity(long timeMillis, Dimensions dimensions, Measure measure, long value, int weight) {
        add(new Fact(timeMillis, dimensions, measure, value, ""), weight);
    }

    @Override
    public void money(long timeMillis, Dimensions dimensions, Measure measure, String currency, long micros) {
        add(new Fact(timeMillis, dimensions, measure, micros, currency), 1);
    }

    @Override
    public void distinct(long timeMillis, Dimensions dimensions, Measure measure, String member) {
        members.add(new Fact(timeMillis, dimensions, measure, 0, member));
    }

    /** Everything that stands, with how often. */
    public Map<Fact, Long> standing() {
        return facts;
    }

    public Set<Fact> members() {
        return members;
    }

    /** How many facts of a measure stand. */
    public long total(Measure measure) {
        return total(fact -> fact.measure() == measure);
    }

    /** How many facts stand of which this is true. */
    public long total(Predicate<Fact> which) {
        return facts.entrySet().stream()
                .filter(entry -> which.test(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** The values of a measure that stand, in order of size. */
    public List<Long> values(Measure measure) {
        return facts.entrySet().stream()
                .filter(entry -> entry.getKey().measure() == measure)
                .flatMap(entry ->
                        Collections.nCopies(
                                Math.toIntExact(entry.getValue()),
                                entry.getKey().value())
                                .stream())
                .sorted()
                .toList();
    }

    private void add(Fact fact, long weight) {
        facts.merge(fact, weight, (a, b) -> a + b == 0 ? null : a + b);
    }
}
