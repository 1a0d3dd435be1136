package io.deskpulse.metrics.reconciliation;

import io.deskpulse.catalogue.cell.Dimensions;
import io.deskpulse.catalogue.measure.DistinctSketch;
import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.catalogue.measure.Shape;
import io.deskpulse.catalogue.measure.Sketch;
import io.deskpulse.catalogue.measure.Tally;
import io.deskpulse.metrics.cell.Members;
import io.deskpulse.metrics.cell.Retention;
import io.deskpulse.metrics.cell.Split;
import io.deskpulse.metrics.folding.Filing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The facts of a recount inside a range, in plain maps that nothing of the counting path touches. Used by one thread. */
final class RecountedFacts implements Filing {
    private final Range range;
    private final Map<Place, Tally> tallies = new HashMap<>();
    private long arrivalMillis;

    RecountedFacts(Range range) {
        this.range = range;
    }

    private record Place(Dimensions dimensions, long bucket, Measure measure, String currency) {}

    /** When the facts that follow arrived: what was too old then for the granularity was never counted in it. */
    void arrivedAt(long millis) {
        arrivalMillis = millis;
    }

    @Override
    public void count(long timeMillis, Dimensions dimensions, Measure measure, long weight) {
        if (isKept(timeMillis, measure)) {
            tally(timeMillis, dimensions, measure, null).count += weight;
        }
    }

    @Override
    public void quantity(long timeMillis, Dimensions dimensions, Measure measure, long value, int weight) {
        if (isKept(timeMillis, measure)) {
            Tally tally = tally(timeMillis, dimensions, measure, null);
            tally.count += weight;
            tally.sum += value * weight;
            tally.squares += measure.quantity().squareOf(value) * weight;
            if (measure.shape().binned()) {
                tally.addBin(measure.shape() == Shape.SCORE ? (int) value : Sketch.indexOf(value), weight);
            }
        }
    }

    @Override
    public void money(long timeMillis, Dimensions dimensions, Measure measure, String currency, long micros) {
        if (isKept(timeMillis, measure)) {
            tally(timeMillis, dimensions, measure, currency).sum += micros;
        }
    }

    @Override
    public void distinct(long timeMillis, Dimensions dimensions, Measure measure, String member) {
        if (isKept(timeMillis, measure)) {
            long hash = Members.hash(member);
            tally(timeMillis, dimensions, measure, null)
                    .addRank(DistinctSketch.registerOf(hash), DistinctSketch.rankOf(hash));
        }
    }

    /** What the total and each single dimension must hold. */
    Map<Cell, Tally> cells() {
        Map<Cell, Tally> cells = new HashMap<>();
        tallies.forEach((place, tally) -> splits().forEach(
                        split -> cells.computeIfAbsent(cell(split, place), any -> new Tally())
                                .add(tally, place.measure().shape())));
        return cells;
    }

    /** The splits that are compared: all but the full one, of which they are sums. */
    static List<Split> splits() {
        return Split.ALL.subList(0, Split.ALL.size() - 1);
    }

    private static Cell cell(Split split, Place place) {
        String value = split.valueOf(place.dimensions());
        return new Cell(
                split,
                place.currency() == null ? value : Split.withCurrency(value, place.currency()),
                place.measure(),
                place.bucket());
    }

    private boolean isKept(long timeMillis, Measure measure) {
        return range.holds(timeMillis) && arrivalMillis - timeMillis <= Retention.millis(range.granularity(), measure);
    }

    private Tally tally(long timeMillis, Dimensions dimensions, Measure measure, String currency) {
        return tallies.computeIfAbsent(place(timeMillis, dimensions, measure, currency), any -> new Tally());
    }

    private Place place(long timeMillis, Dimensions dimensions, Measure measure, String currency) {
        return new Place(dimensions, range.granularity().bucketOf(timeMillis), measure, currency);
    }
}
