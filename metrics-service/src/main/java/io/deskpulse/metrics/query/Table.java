package io.deskpulse.metrics.query;

import io.deskpulse.catalogue.measure.Shape;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A column for each group of an answer. Mutable, not thread-safe. */
final class Table {
    /** Groups in the order of their values. */
    static final Comparator<List<String>> ORDER = (a, b) -> {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int order = a.get(i).compareTo(b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.size(), b.size());
    };

    private final Shape shape;
    private final int points;
    private final Limits limits;
    private final Column nothing;
    private final Map<List<String>, Column> columns = new HashMap<>();
    private boolean overflown;

    Table(Shape shape, int points, Limits limits) {
        this.shape = shape;
        this.points = points;
        this.limits = limits;
        this.nothing = new Column(shape, points);
    }

    /** The column of a group, to add to; null where there are too many. */
    Column adding(List<String> group) {
        Column column = columns.get(group);
        if (column == null && !limits.allow(columns.size() + 1, points)) {
            overflown = true;
        } else if (column == null) {
            column = new Column(shape, points);
            columns.put(group, column);
        }
        return column;
    }

    /** The column of a group; an empty one where nothing was counted. */
    Column get(List<String> group) {
        return columns.getOrDefault(group, nothing);
    }

    Iterable<List<String>> groups() {
        return columns.keySet();
    }

    /** The groups that stand in either table, each once. */
    static Set<List<String>> groupsOf(Table one, Table other) {
        Set<List<String>> groups = new LinkedHashSet<>(one.columns.keySet());
        groups.addAll(other.columns.keySet());
        return groups;
    }

    /** Whether there were more groups than an answer may have. */
    boolean overflown() {
        return overflown;
    }
}
