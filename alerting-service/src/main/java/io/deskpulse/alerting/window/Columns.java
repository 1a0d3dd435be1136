package io.deskpulse.alerting.window;

import io.deskpulse.alerting.window.Column.Part;
import io.deskpulse.catalogue.measure.Measure;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The columns that the cells of one level are kept in: only what rules in force look at. Immutable. */
public final class Columns {
    private final Set<Column> all;
    private final Map<Column, Integer> places = new HashMap<>();
    private final Map<String, Places> byMeasure = new HashMap<>();
    private int numbers;
    private int sketches;

    public Columns(Collection<Column> columns) {
        all = new LinkedHashSet<>(columns);
        for (Column column : all) {
            int place = column.part() == Part.SKETCH ? sketches++ : numbers++;
            places.put(column, place);
            byMeasure
                    .computeIfAbsent(column.measure().id(), id -> new Places(column.measure()))
                    .note(column, place);
        }
    }

    /** Where the numbers of one measure go; -1 where they go nowhere. */
    static final class Places {
        final Map<String, Integer> money = new HashMap<>();
        int count = -1;
        int sum = -1;
        int squares = -1;
        int sketch = -1;
        private final Measure measure;
        private final int[] bins;

        private Places(Measure measure) {
            this.measure = measure;
            int points = measure.scale() == null
                    ? 0
                    : measure.scale().greatest() - measure.scale().least() + 1;
            bins = new int[points];
            java.util.Arrays.fill(bins, -1);
        }

        private void note(Column column, int place) {
            switch (column.part()) {
                case COUNT -> count = place;
                case SUM -> sum = place;
                case SQUARES -> squares = place;
                case SKETCH -> sketch = place;
                case MONEY -> money.put(column.currency(), place);
                case BIN -> bins[column.bin() - measure.scale().least()] = place;
            }
        }

        int ofBin(int point) {
            int index = bins.length == 0 ? -1 : point - measure.scale().least();
            return index < 0 || index >= bins.length ? -1 : bins[index];
        }

        boolean binned() {
            return bins.length > 0 || sketch >= 0;
        }
    }

    /** Null where nothing is kept of it. */
    Places of(String measure) {
        return byMeasure.get(measure);
    }

    int place(Column column) {
        Integer place = places.get(column);
        if (place == null) {
            throw new IllegalArgumentException("not kept: " + column.measure().id() + " " + column.part());
        }
        return place;
    }

    int numbers() {
        return numbers;
    }

    int sketches() {
        return sketches;
    }

    Set<Column> all() {
        return all;
    }
}
