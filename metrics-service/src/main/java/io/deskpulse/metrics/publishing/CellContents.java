package io.deskpulse.metrics.publishing;

import io.deskpulse.catalogue.cell.Dimension;
import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.catalogue.measure.Shape;
import io.deskpulse.contracts.measurement.Measurement;
import io.deskpulse.contracts.measurement.Measurement.Amounts;
import io.deskpulse.metrics.cell.Bins;
import io.deskpulse.metrics.cell.Series;
import io.deskpulse.metrics.cell.Split;
import io.deskpulse.metrics.counting.CellRef;
import io.deskpulse.metrics.counting.Ledger;
import io.deskpulse.metrics.counting.Strip;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads cells into measurements. Used by one thread at a time. */
final class CellContents {
    private static final Measure[] MEASURES = Measure.values();

    private final int partition;
    private final int generation;

    CellContents(int partition, int generation) {
        this.partition = partition;
        this.generation = generation;
    }

    /** What these cells hold at the revision that the ledger is at. */
    List<Measurement> of(List<CellRef> cells, Ledger ledger) {
        List<Measurement> measurements = new ArrayList<>(cells.size());
        Iterator<Strip> strips = ledger.strips(cells).iterator();
        for (CellRef cell : cells) {
            measurements.add(new Measurement(
                    cell.tenant(),
                    partition,
                    generation,
                    Measurement.Granularity.valueOf(cell.granularity().name()),
                    cell.bucket() * cell.granularity().millis(),
                    dimensions(cell),
                    measures(strips.next(), cell.granularity().slotOf(cell.bucket())),
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

    private static Map<String, Amounts> measures(Strip contents, int slot) {
        Map<String, Amounts> measures = new HashMap<>();
        for (Measure measure : MEASURES) {
            if (isFilled(contents, measure, slot)) {
                measures.put(measure.id(), amounts(contents, measure, slot));
            }
        }
        return measures;
    }

    private static Amounts amounts(Strip contents, Measure measure, int slot) {
        Series only = contents.of(measure);
        return switch (measure.shape()) {
            case COUNT -> Amounts.ofCount(only.count(slot));
            case MEAN -> Amounts.ofQuantity(only.count(slot), only.sum(slot), only.squares(slot), null);
            case DISTRIBUTION, SCORE ->
                Amounts.ofQuantity(only.count(slot), only.sum(slot), only.squares(slot), bins(only.bins(slot)));
            case DISTINCT -> Amounts.ofDistinct(only.registers(slot).estimate());
            case MONEY -> {
                Map<String, Long> money = new TreeMap<>();
                contents.money(measure).forEach((currency, each) -> money.put(currency, each.sum(slot)));
                yield Amounts.ofMoney(money);
            }
        };
    }

    private static boolean isFilled(Strip contents, Measure measure, int slot) {
        if (contents == null) {
            return false;
        }
        if (measure.shape() == Shape.MONEY) {
            return contents.money(measure).values().stream().anyMatch(each -> !each.isEmpty(slot));
        }
        Series series = contents.of(measure);
        return series != null && !series.isEmpty(slot);
    }

    private static Map<Integer, Long> bins(Bins bins) {
        Map<Integer, Long> map = new TreeMap<>();
        for (int i = 0; bins != null && i < bins.size(); i++) {
            map.put(bins.index(i), bins.number(i));
        }
        return map;
    }
}
