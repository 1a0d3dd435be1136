package io.deskpulse.alerting.window;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers for the combinations of values that cells have. Mutable, not thread-safe. */
final class Rows {
    private final List<List<String>> values = new ArrayList<>();
    private final Map<List<String>, Integer> numbers = new HashMap<>();
    private final Map<Cut, Grouping> groupings = new HashMap<>();
    private final Deque<Integer> free = new ArrayDeque<>();

    int number(List<String> row) {
        Integer number = numbers.get(row);
        if (number == null) {
            number = free.isEmpty() ? values.size() : free.poll();
            if (number == values.size()) {
                values.add(row);
            } else {
                values.set(number, row);
            }
            numbers.put(row, number);
        }
        return number;
    }

    List<String> values(int row) {
        return values.get(row);
    }

    int size() {
        return numbers.size();
    }

    Grouping grouping(Cut cut) {
        return groupings.computeIfAbsent(cut, each -> new Grouping(each, this));
    }

    /** Forgets all but those that are used; their numbers are given to others. */
    void keep(BitSet used) {
        numbers.values().removeIf(number -> {
            boolean unused = !used.get(number);
            if (unused) {
                free.add(number);
                values.set(number, null);
            }
            return unused;
        });
        groupings.clear();
    }
}
