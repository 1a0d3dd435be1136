package io.deskpulse.benchmarks.alerts;

import java.util.ArrayList;
import java.util.List;

/** What a cell is cut by. */
public record Cell(String dimension, String value) {
    /** Values of each dimension: the groups of a rule. */
    public static final int GROUPS = 50;

    /** Dimensions that rules are cut by. */
    public static final List<String> DIMENSIONS = List.of("variant", "channel", "scene", "segment");

    /** Every group of every dimension. */
    public static List<Cell> all() {
        List<Cell> cells = new ArrayList<>();
        for (String dimension : DIMENSIONS) {
            for (int group = 0; group < GROUPS; group++) {
                cells.add(new Cell(dimension, "g" + group));
            }
        }
        return cells;
    }

    int group() {
        return Integer.parseInt(value.substring(1));
    }
}
