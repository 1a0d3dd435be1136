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
        List<Measurement> measurements = new ArrayList<>(cells.size());
        for (CellRef cell : cells) {
            measurements.add(new Measurement(
                    cell.tenant(),
                    keys.partition(),
                    generation,
                    Measurement.Granularity.valueOf(cell.granularity().name()),
                    cell.bucket() * cell.granularity().millis(),
                    dimensions(cell),
                    measures(cell, ledger.cell(cell)),
                    ledger.revision()));
        }
        return measurements;
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

    private Map<String, Amounts> measures(CellRef cell, List<Map<String, Series>> contents) {
        int slot = cell.granularity().slotOf(cell.bucket());
        Map<String, Amounts> measures = new HashMap<>();
        for (Measure measure : MEASURES) {
            Map<String, Series> series = contents.get(measure.ordinal());
            Amounts amounts = series.values().stream().allMatch(each -> each.isEmpty(slot))
                    ? null
                    : amounts(cell, measure, series, slot);
            if (amounts != null) {
                measures.put(measure.id(), amounts);
            }
        }
        return measures;
    }

    private Amounts amounts(CellRef cell, Measure measure, Map<String, Series> series, int slot) {
        if (measure.shape() == Shape.MONEY) {
            Map<String, Long> money = new TreeMap<>();
            series.forEach((currency, each) -> money.put(currency, each.sum(slot)));
            return Amounts.ofMoney(money);
        }
        Series only = series.get("");
        return switch (measure.shape()) {
            case MEAN -> Amounts.ofQuantity(only.count(slot), only.sum(slot), only.squares(slot), null);
            case DISTRIBUTION ->
                Amounts.ofQuantity(only.count(slot), only.sum(slot), only.squares(slot), bins(only.bins(slot)));
            case DISTINCT -> Amounts.ofDistinct(distinct(cell, measure));
            default -> Amounts.ofCount(only.count(slot));
        };
    }

    private long distinct(CellRef cell, Measure measure) {
        String key =
                keys.distinct(cell.tenant(), cell.granularity(), cell.bucket(), cell.split(), measure, cell.value());
        return store.distinct(List.of(key)).get(0);
    }

    private static Map<Integer, Long> bins(Bins bins) {
        Map<Integer, Long> map = new TreeMap<>();
        for (int i = 0; bins != null && i < bins.size(); i++) {
            map.put(bins.index(i), bins.number(i));
        }
        return map;
    }
}
