package io.deskpulse.metrics.query;

import io.deskpulse.catalogue.cell.Dimensions;
import io.deskpulse.catalogue.cell.Granularity;
import io.deskpulse.catalogue.measure.DistinctSketch;
import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.catalogue.measure.Shape;
import io.deskpulse.catalogue.measure.Sketch;
import io.deskpulse.metrics.cell.BlockId;
import io.deskpulse.metrics.cell.Members;
import io.deskpulse.metrics.cell.Series;
import io.deskpulse.metrics.cell.Split;
import io.deskpulse.metrics.folding.Filing;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** Cells of one tenant in one partition, filed as docs/decisions/0002 says: every fact in every granularity and split. */
public final class FiledCells implements Filing {
    private final String tenant;
    private final Map<BlockId, Map<String, Series>> blocks = new HashMap<>();

    public FiledCells(String tenant) {
        this.tenant = tenant;
    }

    public Map<BlockId, Map<String, Series>> blocks() {
        return blocks;
    }

    @Override
    public void count(long time, Dimensions dimensions, Measure measure, long weight) {
        file(time, dimensions, measure, null, (series, slot) -> series.addCount(slot, weight));
    }

    @Override
    public void quantity(long time, Dimensions dimensions, Measure measure, long value, int weight) {
        long square = weight * measure.quantity().squareOf(value);
        file(time, dimensions, measure, null, (series, slot) -> {
            series.addQuantities(slot, weight, weight * value, square);
            if (measure.shape().binned()) {
                series.addBin(slot, measure.shape() == Shape.SCORE ? (int) value : Sketch.indexOf(value), weight);
            }
        });
    }

    @Override
    public void money(long time, Dimensions dimensions, Measure measure, String currency, long micros) {
        file(time, dimensions, measure, currency, (series, slot) -> series.addMoney(slot, micros));
    }

    @Override
    public void distinct(long time, Dimensions dimensions, Measure measure, String member) {
        long hash = Members.hash(member);
        file(
                time,
                dimensions,
                measure,
                null,
                (series, slot) -> series.addRank(slot, DistinctSketch.registerOf(hash), DistinctSketch.rankOf(hash)));
    }

    private void file(
            long time, Dimensions dimensions, Measure measure, String currency, BiConsumer<Series, Integer> change) {
        for (Granularity granularity : Granularity.values()) {
            long bucket = granularity.bucketOf(time);
            for (Split split : Split.ALL) {
                BlockId id = new BlockId(tenant, granularity, granularity.blockOf(bucket), split, measure);
                String value = split.valueOf(dimensions);
                Series series = blocks.computeIfAbsent(id, key -> new HashMap<>())
                        .computeIfAbsent(
                                currency == null ? value : Split.withCurrency(value, currency),
                                field -> new Series(measure.shape(), granularity.slots()));
                change.accept(series, granularity.slotOf(bucket));
            }
        }
    }
}
