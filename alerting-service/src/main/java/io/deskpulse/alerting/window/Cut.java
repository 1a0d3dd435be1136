package io.deskpulse.alerting.window;

import io.deskpulse.catalogue.cell.Dimension;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which cells count, and how they are put together. Rules with the same cut share what is kept. Immutable.
 *
 * @param level the cells that are read
 * @param by one group for each combination of the values of these
 * @param where the values that count; a dimension that is not there counts with any
 */
public record Cut(Level level, List<Dimension> by, Map<Dimension, Set<String>> where) {
    public Cut {
        by = List.copyOf(by);
        where = Map.copyOf(where);
    }

    /**
     * As rules write it.
     *
     * @throws IllegalArgumentException for a dimension that there is not
     */
    public static Cut of(List<String> by, Map<String, List<String>> where) {
        List<Dimension> groups = by.stream().map(Cut::dimension).toList();
        Map<Dimension, Set<String>> allowed = new EnumMap<>(Dimension.class);
        where.forEach((id, values) -> allowed.put(dimension(id), Set.copyOf(values)));
        Set<Dimension> all = EnumSet.noneOf(Dimension.class);
        all.addAll(groups);
        all.addAll(allowed.keySet());
        return new Cut(Level.telling(all), groups, allowed);
    }

    private static Dimension dimension(String id) {
        Dimension dimension = Dimension.ofId(id);
        if (dimension == null) {
            throw new IllegalArgumentException("there is no dimension " + id);
        }
        return dimension;
    }

    /** Whether there is one group only, with data or without. */
    public boolean whole() {
        return by.isEmpty();
    }

    /** The group that a row of the level belongs to; null where it does not count. */
    List<String> groupOf(List<String> row) {
        List<Dimension> dimensions = level.dimensions();
        for (Map.Entry<Dimension, Set<String>> each : where.entrySet()) {
            if (!each.getValue().contains(row.get(dimensions.indexOf(each.getKey())))) {
                return null;
            }
        }
        List<String> group = new ArrayList<>(by.size());
        by.forEach(dimension -> group.add(row.get(dimensions.indexOf(dimension))));
        return List.copyOf(group);
    }
}
