package io.deskpulse.alerting.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskpulse.contracts.measurement.Measurement;
import io.deskpulse.contracts.measurement.Measurement.Amounts;
import io.deskpulse.contracts.measurement.Measurement.Granularity;
import java.util.HashMap;
import java.util.Map;

/** What the metrics-service would send: counts that add up by minute and by hour, whole cells with growing revisions. */
public final class Cells {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String tenant;
    private final Map<String, Map<String, Amounts>> contents = new HashMap<>();
    private long revision;

    public Cells(String tenant) {
        this.tenant = tenant;
    }

    /** A number of things, by measure. */
    public static Map<String, Amounts> counts(Object... measuresAndNumbers) {
        Map<String, Amounts> counts = new HashMap<>();
        for (int i = 0; i < measuresAndNumbers.length; i += 2) {
            counts.put(
                    (String) measuresAndNumbers[i], Amounts.ofCount(((Number) measuresAndNumbers[i + 1]).longValue()));
        }
        return counts;
    }

    /** Adds to the bucket of a time; returns the cell as it is sent. */
    public byte[] add(
            int partition,
            Granularity granularity,
            long atMillis,
            Map<String, String> dimensions,
            Map<String, Amounts> more) {
        long length = granularity == Granularity.MINUTE ? 60_000 : 3_600_000;
        long start = Math.floorDiv(atMillis, length) * length;
        Map<String, Amounts> cell = contents.computeIfAbsent(
                partition + "|" + granularity + "|" + start + "|" + dimensions, key -> new HashMap<>());
        more.forEach((measure, amounts) -> cell.merge(measure, amounts, Cells::plus));
        return bytes(new Measurement(tenant, partition, 1, granularity, start, dimensions, cell, ++revision));
    }

    private static Amounts plus(Amounts one, Amounts other) {
        Map<Integer, Long> bins = one.bins() == null ? null : new HashMap<>(one.bins());
        if (bins != null) {
            other.bins().forEach((bin, number) -> bins.merge(bin, number, Long::sum));
        }
        return new Amounts(
                sum(one.count(), other.count()),
                sum(one.sum(), other.sum()),
                sum(one.squares(), other.squares()),
                bins,
                one.money(),
                null);
    }

    private static Long sum(Long one, Long other) {
        return one == null ? null : Long.valueOf(one + other);
    }

    /** As it stands in Kafka. */
    public static byte[] bytes(Measurement measurement) {
        try {
            return JSON.writeValueAsBytes(measurement);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
