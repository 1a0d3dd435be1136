package io.deskpulse.alerting.oncall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A schedule with those who stand in. Immutable.
 *
 * @param substitutions those that may matter; others change nothing
 */
public record Roster(Schedule schedule, List<Substitution> substitutions) {
    public Roster {
        substitutions = List.copyOf(substitutions);
    }

    /** Who is on call; empty in a gap. */
    public Optional<Shift.OnCall> at(Instant moment) {
        Optional<Substitution> instead =
                substitutions.stream().filter(one -> one.covers(moment)).max(Comparator.comparing(Substitution::id));
        return instead.map(one -> new Shift.OnCall(one.receiver(), null)).or(() -> byLayers(moment));
    }

    /** Who is on call from a moment up to another, without a hole: gaps are shifts of nobody. */
    public List<Shift> between(Instant from, Instant to) {
        TreeSet<Instant> edges = new TreeSet<>();
        edges.add(from);
        schedule.layers().forEach(layer -> Edges.of(layer, from, to, edges));
        substitutions.forEach(one -> {
            edges.add(one.startsAt());
            edges.add(one.endsAt());
        });
        List<Shift> shifts = new ArrayList<>();
        for (Instant edge : edges.subSet(from, true, to, false)) {
            Instant end = Optional.ofNullable(edges.higher(edge))
                    .filter(next -> next.isBefore(to))
                    .orElse(to);
            Shift shift = new Shift(edge, end, at(edge));
            Shift last = shifts.isEmpty() ? null : shifts.get(shifts.size() - 1);
            if (last != null && last.who().equals(shift.who())) {
                shifts.set(shifts.size() - 1, new Shift(last.from(), end, last.who()));
            } else {
                shifts.add(shift);
            }
        }
        return shifts;
    }

    private Optional<Shift.OnCall> byLayers(Instant moment) {
        List<Layer> layers = schedule.layers();
        for (int i = layers.size() - 1; i >= 0; i--) {
            Layer layer = layers.get(i);
            Optional<String> who = layer.at(moment);
            if (who.isPresent()) {
                return who.map(receiver -> new Shift.OnCall(receiver, layer.name()));
            }
        }
        return Optional.empty();
    }
}
