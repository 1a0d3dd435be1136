package io.deskpulse.metrics.reconciliation;

import io.deskpulse.catalogue.cell.Dimension;
import io.deskpulse.catalogue.measure.Tally;
import io.deskpulse.metrics.cell.Split;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Compares what a store holds of one partition with the recount. */
final class Comparison {
    private static final Tally NOTHING = new Tally();

    private final int partition;
    private final Range range;
    private final List<Difference> differences = new ArrayList<>();
    private int cells;

    private Comparison(int partition, Range range) {
        this.partition = partition;
        this.range = range;
    }

    static Comparison of(int partition, Range range, Recount recount, Counters stored) {
        Comparison comparison = new Comparison(partition, range);
        comparison.compare(recount.cells(), stored.cells());
        return comparison;
    }

    /** Cells that either side holds something in. */
    int cells() {
        return cells;
    }

    List<Difference> differences() {
        return differences;
    }

    private void compare(Map<Cell, Tally> recounted, Map<Cell, Tally> stored) {
        Set<Cell> overflowed = overflowed(stored);
        Map<Cell, Tally> expected = overflowed.isEmpty() ? recounted : merged(recounted, overflowed);
        Map<Cell, Tally> found = overflowed.isEmpty() ? stored : merged(stored, overflowed);
        Set<Cell> places = new HashSet<>(expected.keySet());
        places.addAll(found.keySet());
        for (Cell cell : places) {
            Tally expect = expected.getOrDefault(cell, NOTHING);
            Tally find = found.getOrDefault(cell, NOTHING);
            cells += isEmpty(expect) && isEmpty(find) ? 0 : 1;
            if (!same(expect, find)) {
                differences.add(difference(cell, parts(expect), parts(find)));
            }
        }
    }

    /** Which value went to {@code ~other} depends on the order of arrival; there only the sum of all can be compared. */
    private static Set<Cell> overflowed(Map<Cell, Tally> stored) {
        Set<Cell> overflowed = new HashSet<>();
        for (Cell cell : stored.keySet()) {
            if (cell.value().startsWith(Dimension.OTHER)) {
                overflowed.add(allOf(cell));
            }
        }
        return overflowed;
    }

    private static Map<Cell, Tally> merged(Map<Cell, Tally> cells, Set<Cell> overflowed) {
        Map<Cell, Tally> merged = new HashMap<>();
        cells.forEach((cell, tally) -> merged.computeIfAbsent(
                        overflowed.contains(allOf(cell)) ? allOf(cell) : cell, any -> new Tally())
                .add(tally, cell.measure().shape()));
        return merged;
    }

    private static Cell allOf(Cell cell) {
        int currency = cell.value().indexOf(Split.SEPARATOR);
        String value =
                currency < 0 ? Dimension.OTHER : Dimension.OTHER + cell.value().substring(currency);
        return new Cell(cell.split(), value, cell.measure(), cell.bucket());
    }

    private Difference difference(Cell cell, Difference.Parts recounted, Difference.Parts stored) {
        return new Difference(
                partition,
                cell.measure().id(),
                cell.split().id(),
                cell.value(),
                Instant.ofEpochMilli(cell.bucket() * range.granularity().millis()),
                recounted,
                stored);
    }

    private static Difference.Parts parts(Tally tally) {
        return new Difference.Parts(
                tally.count, tally.sum, tally.squares, tally.bins == null ? null : tally.bins.size());
    }

    private static boolean isEmpty(Tally tally) {
        return same(tally, NOTHING);
    }

    private static boolean same(Tally a, Tally b) {
        return a.count == b.count && a.sum == b.sum && a.squares == b.squares && Objects.equals(bins(a), bins(b));
    }

    private static Map<Integer, Long> bins(Tally tally) {
        return tally.bins == null ? Map.of() : tally.bins;
    }
}
