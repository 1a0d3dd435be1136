package io.deskpulse.alerting.window;

import io.deskpulse.catalogue.cell.Dimension;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How finely cells are cut: not at all, by one dimension, or by all of them. Nothing else is counted. Immutable.
 *
 * @param dimensions whose values a cell of this level has, in the order of their values
 */
public record Level(List<Dimension> dimensions) {
    public static final Level TOTAL = new Level(List.of());
    public static final Level FULL = new Level(List.of(Dimension.values()));

    private static final Map<String, Level> SINGLE = Arrays.stream(Dimension.values())
            .collect(java.util.stream.Collectors.toUnmodifiableMap(Dimension::id, each -> new Level(List.of(each))));

    /** The coarsest one that tells these dimensions apart. */
    public static Level telling(Set<Dimension> dimensions) {
        return switch (dimensions.size()) {
            case 0 -> TOTAL;
            case 1 -> SINGLE.get(dimensions.iterator().next().id());
            default -> FULL;
        };
    }

    /** The one that has cells of these dimensions; empty where they are none that are counted. */
    static Optional<Level> of(Set<String> ids) {
        if (ids.isEmpty()) {
            return Optional.of(TOTAL);
        }
        if (ids.size() == 1) {
            return Optional.ofNullable(SINGLE.get(ids.iterator().next()));
        }
        return ids.equals(SINGLE.keySet()) ? Optional.of(FULL) : Optional.empty();
    }

    /** The name under which tallies of it are stored: {@code total}, {@code full} or the id of the dimension. */
    public String id() {
        return equals(TOTAL)
                ? "total"
                : equals(FULL) ? "full" : dimensions.get(0).id();
    }

    /** The values of a cell in the order of {@link #dimensions}. */
    List<String> row(Map<String, String> values) {
        String[] row = new String[dimensions.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = values.get(dimensions.get(i).id());
        }
        return List.of(row);
    }
}
