package io.deskpulse.metrics.query;

import io.deskpulse.catalogue.cell.Dimension;
import io.deskpulse.metrics.cell.Split;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which fields of a block belong to which group of an answer. It takes the least split that knows every dimension of the
 * question. Remembers what it worked out; not thread-safe.
 */
final class Grouping {
    private final List<String> by;
    private final Where where;
    /** The value of a part of the metric's own, by the part's name: messages of one sender. */
    private final Map<String, String> parts;

    private final boolean money;
    private final Split split;
    private final Map<String, Optional<List<String>>> groups = new HashMap<>();

    Grouping(List<String> by, Where where, Map<String, String> parts, boolean money) {
        this.by = by;
        this.where = where;
        this.parts = parts;
        this.money = money;
        this.split = splitOf(by, where);
    }

    private static Split splitOf(List<String> by, Where where) {
        Set<Dimension> needed = new LinkedHashSet<>();
        by.stream().map(Dimension::ofId).forEach(needed::add);
        where.dimensions().stream().map(Dimension::ofId).forEach(needed::add);
        needed.remove(null);
        return switch (needed.size()) {
            case 0 -> Split.TOTAL;
            case 1 -> Split.by(needed.iterator().next());
            default -> Split.FULL;
        };
    }

    Split split() {
        return split;
    }

    /** The values of a field's group, in the order of {@code by}, a currency last; null where it is not counted. */
    List<String> groupOf(String field) {
        return groups.computeIfAbsent(field, this::work).orElse(null);
    }

    private Optional<List<String>> work(String field) {
        int end = money ? field.lastIndexOf(Split.SEPARATOR) : field.length();
        String[] values = field.substring(0, end).split(String.valueOf(Split.SEPARATOR), -1);
        for (String restricted : where.dimensions()) {
            if (Dimension.ofId(restricted) != null && !where.allows(restricted, valueOf(restricted, values))) {
                return Optional.empty();
            }
        }
        List<String> group = new ArrayList<>(by.size() + 1);
        for (String name : by) {
            group.add(valueOf(name, values));
        }
        if (money) {
            String currency = field.substring(end + 1);
            if (!where.allows(Interpreter.CURRENCY, currency)) {
                return Optional.empty();
            }
            group.add(currency);
        }
        return Optional.of(List.copyOf(group));
    }

    private String valueOf(String name, String[] values) {
        Dimension dimension = Dimension.ofId(name);
        if (dimension == null) {
            return parts.get(name);
        }
        return split.equals(Split.FULL) ? values[dimension.ordinal()] : values[0];
    }
}
