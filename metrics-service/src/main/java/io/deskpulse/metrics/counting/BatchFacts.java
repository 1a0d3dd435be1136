package io.deskpulse.metrics.counting;

import io.deskpulse.catalogue.cell.Dimensions;
import io.deskpulse.catalogue.cell.Granularity;
import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.catalogue.measure.Quantity;
import io.deskpulse.catalogue.measure.Sketch;
import io.deskpulse.metrics.cell.Members;
import io.deskpulse.metrics.cell.Retention;
import io.deskpulse.metrics.folding.Filing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects the facts of one batch. Thousands of facts become a few rows here, by dimensions and the finest bucket that
 * is still kept, before anything is spread over granularities and splits: that is where the speed comes from. Used by
 * one thread.
 */
final class BatchFacts implements Filing {
    private static final Quantity[] QUANTITIES = quantities();

    /** In the order of their first facts: where values are too many, those that came first are told apart. */
    private final Map<FactRow, FactRow> rows = new LinkedHashMap<>();

    private String tenant;
    private long arrivalMillis;
    private long expired;
    private FactRow last;

    /** Says whose facts come next, and when they arrived: retention is measured from there. */
    void of(String tenantOfFacts, long arrival) {
        tenant = tenantOfFacts;
        arrivalMillis = arrival;
    }

    @Override
    public void count(long timeMillis, Dimensions dimensions, Measure measure, long weight) {
        FactRow row = row(timeMillis, dimensions, measure);
        if (row != null) {
            row.of(measure).count += weight;
        }
    }

    @Override
    public void quantity(long timeMillis, Dimensions dimensions, Measure measure, long value, int weight) {
        FactRow row = row(timeMillis, dimensions, measure);
        if (row == null) {
            return;
        }
        Sum sum = row.of(measure);
        sum.count += weight;
        sum.sum += value * weight;
        sum.squares += QUANTITIES[measure.ordinal()].squareOf(value) * weight;
        switch (measure.shape()) {
            case DISTRIBUTION -> sum.addBin(Sketch.indexOf(value), weight);
            case SCORE -> sum.addBin((int) value, weight);
            default -> {
                // has no bins
            }
        }
    }

    @Override
    public void money(long timeMillis, Dimensions dimensions, Measure measure, String currency, long micros) {
        FactRow row = row(timeMillis, dimensions, measure);
        if (row != null) {
            row.of(measure).addMoney(currency, micros);
        }
    }

    @Override
    public void distinct(long timeMillis, Dimensions dimensions, Measure measure, String member) {
        FactRow row = row(timeMillis, dimensions, measure);
        if (row != null) {
            row.of(measure).addMember(Members.hash(member));
        }
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Facts that were older than the retention of days, since the last call. */
    long takeExpired() {
        long taken = expired;
        expired = 0;
        return taken;
    }

    /** Every row of every granularity: minutes are added up to hours, hours to days. */
    List<FactRow> spread() {
        Map<FactRow, FactRow> hours = coarser(rows.values(), Granularity.HOUR, Granularity.MINUTE);
        Map<FactRow, FactRow> days = coarser(hours.values(), Granularity.DAY, Granularity.HOUR);
        List<FactRow> all = new ArrayList<>(rows.size() + hours.size() + days.size());
        addOf(Granularity.MINUTE, rows.values(), all);
        addOf(Granularity.HOUR, hours.values(), all);
        addOf(Granularity.DAY, days.values(), all);
        return all;
    }

    void clear() {
        rows.clear();
        last = null;
    }

    /** Adds up what is of {@code from} into {@code to}; what is coarser already is kept as it is. */
    private static Map<FactRow, FactRow> coarser(Collection<FactRow> finer, Granularity to, Granularity from) {
        Map<FactRow, FactRow> result = new LinkedHashMap<>();
        for (FactRow row : finer) {
            Granularity granularity = row.granularity == from ? to : row.granularity;
            long bucket = row.granularity == from ? Math.floorDiv(row.bucket, to.millis() / from.millis()) : row.bucket;
            result.computeIfAbsent(
                            FactRow.place(row.tenant, granularity, bucket, row.dimensions), BatchFacts::emptyCopy)
                    .addAll(row);
        }
        return result;
    }

    private static void addOf(Granularity granularity, Collection<FactRow> from, List<FactRow> to) {
        for (FactRow row : from) {
            if (row.granularity == granularity) {
                to.add(row);
            }
        }
    }

    private static FactRow emptyCopy(FactRow place) {
        return new FactRow(place.tenant, place.granularity, place.bucket, place.dimensions);
    }

    private FactRow row(long timeMillis, Dimensions dimensions, Measure measure) {
        Granularity granularity = finestKept(arrivalMillis - timeMillis, measure);
        if (granularity == null) {
            expired++;
            return null;
        }
        long bucket = granularity.bucketOf(timeMillis);
        if (last != null
                && last.bucket == bucket
                && last.granularity == granularity
                && last.dimensions == dimensions
                && last.tenant.equals(tenant)) {
            return last;
        }
        FactRow place = FactRow.place(tenant, granularity, bucket, dimensions);
        FactRow row = rows.get(place);
        if (row == null) {
            row = emptyCopy(place);
            rows.put(row, row);
        }
        last = row;
        return row;
    }

    private static Granularity finestKept(long age, Measure measure) {
        if (age <= Retention.millis(Granularity.MINUTE, measure)) {
            return Granularity.MINUTE;
        }
        if (age <= Retention.millis(Granularity.HOUR, measure)) {
            return Granularity.HOUR;
        }
        return age <= Retention.millis(Granularity.DAY, measure) ? Granularity.DAY : null;
    }

    private static Quantity[] quantities() {
        Measure[] measures = Measure.values();
        Quantity[] quantities = new Quantity[measures.length];
        for (Measure measure : measures) {
            quantities[measure.ordinal()] = measure.quantity();
        }
        return quantities;
    }
}
