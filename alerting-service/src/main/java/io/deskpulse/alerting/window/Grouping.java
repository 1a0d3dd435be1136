package io.deskpulse.alerting.window;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** To which group of a cut each row belongs; groups are numbered as they come. Mutable, not thread-safe. */
final class Grouping {
    private static final int NOT_KNOWN = -2;
    private static final int LEFT_OUT = -1;

    private final Cut cut;
    private final Rows rows;
    private final List<List<String>> groups = new ArrayList<>();
    private final Map<List<String>, Integer> numbers = new HashMap<>();
    private int[] groupOfRow = new int[0];

    Grouping(Cut cut, Rows rows) {
        this.cut = cut;
        this.rows = rows;
    }

    /** Negative where the row does not count. */
    int groupOf(int row) {
        if (row >= groupOfRow.length) {
            int known = groupOfRow.length;
            groupOfRow = Arrays.copyOf(groupOfRow, Math.max(row + 1, 2 * known));
            Arrays.fill(groupOfRow, known, groupOfRow.length, NOT_KNOWN);
        }
        if (groupOfRow[row] == NOT_KNOWN) {
            List<String> group = cut.groupOf(rows.values(row));
            groupOfRow[row] = group == null ? LEFT_OUT : number(group);
        }
        return groupOfRow[row];
    }

    private int number(List<String> group) {
        Integer number = numbers.putIfAbsent(group, groups.size());
        if (number == null) {
            groups.add(group);
            return groups.size() - 1;
        }
        return number;
    }

    int size() {
        return groups.size();
    }

    List<String> group(int number) {
        return groups.get(number);
    }

    /** Negative where nothing was ever counted of it. */
    int number(List<String> group, int otherwise) {
        return numbers.getOrDefault(group, otherwise);
    }
}
