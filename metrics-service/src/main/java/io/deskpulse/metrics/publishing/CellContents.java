package io.deskpulse.metrics.publishing;

import io.deskpulse.catalogue.cell.Dimension;
import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.catalogue.measure.Shape;
import io.deskpulse.contracts.measurement.Measurement;
import io.deskpulse.contracts.measurement.Measurement.Amounts;
import io.deskpulse.metrics.cell.Bins;
import io.deskpulse.metrics.cell.Keys;
import io.deskpulse.metrics.cell.Series;
import io.deskpulse.metrics.cell.Split;
import io.deskpulse.metrics.counting.CellRef;
import io.deskpulse.metrics.counting.Ledger;
import io.deskpulse.metrics.counting.PartitionStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads cells into measurements. Used by one thread at a time. */
final class CellContents {
    private static final Measure[] MEASURES = Measure.values();

    private final Keys keys;
    private final int generation;
    private final PartitionStore store;

    CellContents(Keys keys, int generation, PartitionStore store) {
        this.keys = keys;
        this.generation = generation;
        this.store = store;
    }

    /** What these cells hold at the revision that the ledger is at. */
    List<Measurement> of(List<CellRef> cells, Ledger ledger) {
        List<List<Map<String, Series>>> contents = new ArrayList<>(cells.size());
        Map<String, Long> distincts = new LinkedHashMap<>();
        for (CellRef cell : cells) {
            List<Map<String, Series>> ofCell = ledger.cell(cell);
            contents.add(ofCell);
            for (Measure measure : MEASURES) {
                if (measure.shape() == Shape.DISTINCT && isFilled(ofCell.get(measure.ordinal()), slot(cell))) {
                    distincts.put(distinctKey(cell, measure), 0L);
                }
            }
        }
        count(distincts);
        List<Measurement> measurements = new ArrayList<>(cells.size());
        for (int i = 0; i < cells.size(); i++) {
            CellRef cell = cells.get(i);
            measurements.add(new Measurement(
                    cell.tenant(),
                    keys.partition(),
                    generation,
                    Measurement.Granularity.valueOf(cell.granularity().name()),
                    cell.bucket() * cell.granularity().millis(),
                    dimensions(cell),
                    measures(cell, contents.get(i), distincts),
                    ledger.revision()));
        }
        return measurements;
    }

    private void count(Map<String, Long> distincts) {
        List<String> names = List.copyOf(distincts.keySet());
        List<Long> counts = store.distinct(names);
        for (int i = 0; i < names.size(); i++) {
            distincts.put(names.get(i), counts.get(i));
        }
    }

    private static Map<String, String> dimensions(CellRef cell) {
        Map<String, String> dimensions = new HashMap<>();
        if (cell.split().dimension() != null) {
            dimensions.put(cell.split().id(), cell.value());
        } else if (cell.split().equals(Split.FULL)) {
            String[] values = cell.value().split(String.valueOf(Split.SEPARATOR), -1);
            for (Dimension dimension : Dimension.values()) {
                dimensions.put(dimension.id(), values[dimension.ordinal()]);
            }
        }
        return dimensions;
    }

    private Map<String, Amounts> measures(
            CellRef cell, List<Map<String, Series>> contents, Map<String, Long> distincts) {
        Map<String, Amounts> measures = new HashMap<>();
        for (Measure measure : MEASURES) {
            Map<String, Series> series = contents.get(measure.ordinal());
            if (isFilled(series, slot(cell))) {
                measures.put(measure.id(), amounts(cell, measure, series, distincts));
            }
        }
        return measures;
    }

    private Amounts amounts(CellRef cell, Measure measure, Map<String, Series> series, Map<String, Long> distincts) {
        int slot = slot(cell);
        Series only = series.get("");
        return switch (measure.shape()) {
            case COUNT -> Amounts.ofCount(only.count(slot));
            case MEAN -> Amounts.ofQuantity(only.count(slot), only.sum(slot), only.squares(slot), null);
            case DISTRIBUTION ->
                Amounts.ofQuantity(only.count(slot), only.sum(slot), only.squares(slot), bins(only.bins(slot)));
            case DISTINCT -> Amounts.ofDistinct(distincts.get(distinctKey(cell, measure)));
            case MONEY -> {
                Map<String, Long> money = new TreeMap<>();
                series.forEach((currency, each) -> money.put(currency, each.sum(slot)));
                yield Amounts.ofMoney(money);
            }
        };
    }

    private static boolean isFilled(Map<String, Series> series, int slot) {
        for (Series each : series.values()) {
            if (!each.isEmpty(slot)) {
                return true;
            }
        }
        return false;
    }

    private static int slot(CellRef cell) {
        return cell.granularity().slotOf(cell.bucket());
    }

    private String distinctKey(CellRef cell, Measure measure) {
        return keys.distinct(cell.tenant(), cell.granularity(), cell.bucket(), cell.split(), measure, cell.value());
    }

    private static Map<Integer, Long> bins(Bins bins) {
        Map<Integer, Long> map = new TreeMap<>();
        for (int i = 0; bins != null && i < bins.size(); i++) {
            map.put(bins.index(i), bins.number(i));
        }
        return map;
    }
}
