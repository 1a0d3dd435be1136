package io.deskpulse.alerting.trial.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.catalogue.cell.Dimension;
import io.deskpulse.catalogue.cell.Granularity;
import io.deskpulse.catalogue.measure.Measure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes of series what the metrics-service would send: cells of minutes and hours, whole, by one dimension and by all. Used by one thread. */
final class Cells {
    private final String tenant;
    private final Map<Key, Map<Measure, Amount>> hours = new HashMap<>();
    private long revision;

    Cells(String tenant) {
        this.tenant = tenant;
    }

    private record Key(Granularity granularity, long start, Map<String, String> dimensions) {}

    /** The measurements that tell of a minute. */
    List<byte[]> of(List<Series> series, int minute, Instant begin) {
        long start = begin.toEpochMilli();
        long hour = Math.floorDiv(start, Granularity.HOUR.millis()) * Granularity.HOUR.millis();
        Map<Key, Map<Measure, Amount>> minutes = new LinkedHashMap<>();
        for (Series each : series) {
            Map<Measure, Amount> held = each.at(minute);
            if (!held.isEmpty()) {
                cuts(each.group()).forEach(cut -> {
                    add(minutes, new Key(Granularity.MINUTE, start, cut), held);
                    add(hours, new Key(Granularity.HOUR, hour, cut), held);
                });
            }
        }
        hours.keySet().removeIf(key -> key.start() < hour);
        List<byte[]> records = new ArrayList<>();
        minutes.forEach((key, held) -> {
            records.add(bytes(key, held));
            Key whole = new Key(Granularity.HOUR, hour, key.dimensions());
            records.add(bytes(whole, hours.get(whole)));
        });
        return records;
    }

    private static void add(Map<Key, Map<Measure, Amount>> cells, Key key, Map<Measure, Amount> held) {
        Map<Measure, Amount> cell = cells.computeIfAbsent(key, any -> new TreeMap<>());
        held.forEach((measure, amount) -> cell.merge(measure, amount, Amount::plus));
    }

    /** Everything, by each dimension, and by all of them. */
    private static List<Map<String, String>> cuts(Map<String, String> group) {
        List<Map<String, String>> cuts = new ArrayList<>();
        Map<String, String> full = new TreeMap<>();
        cuts.add(Map.of());
        for (Dimension dimension : Dimension.values()) {
            String value = group.getOrDefault(dimension.id(), Dimension.UNKNOWN);
            cuts.add(Map.of(dimension.id(), value));
            full.put(dimension.id(), value);
        }
        cuts.add(full);
        return cuts;
    }

    private byte[] bytes(Key key, Map<Measure, Amount> held) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("tenant", tenant);
        json.put("partition", 0);
        json.put("generation", 1);
        json.put("granularity", key.granularity() == Granularity.MINUTE ? "minute" : "hour");
        json.put("bucketStart", key.start());
        ObjectNode dimensions = json.putObject("dimensions");
        key.dimensions().forEach(dimensions::put);
        ObjectNode measures = json.putObject("measures");
        held.forEach((measure, amount) -> measures.set(measure.id(), amount.json()));
        json.put("revision", ++revision);
        return json.toString().getBytes(UTF_8);
    }
}
