package io.deskpulse.metrics.counting;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deskpulse.catalogue.cell.Dimension;
import io.deskpulse.catalogue.cell.Dimensions;
import io.deskpulse.catalogue.measure.Shape;
import io.deskpulse.metrics.cell.BlockId;
import io.deskpulse.metrics.cell.Retention;
import io.deskpulse.metrics.cell.Series;
import io.deskpulse.metrics.cell.SeriesCodec;
import io.deskpulse.metrics.cell.Split;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One block as the store holds it, and what was added since. Mutable, not thread-safe. */
final class Block {
    private static final String ALL_OTHER = Split.FULL.valueOf(Dimensions.OTHER);

    private final BlockId id;
    private final String key;
    private final int limit;
    private Map<String, Entry> entries = Map.of();
    /** Those of its fields; there are few, and far more fields. */
    private Set<String> currencies = Set.of();

    private List<Entry> changed = List.of();
    private boolean stored;

    /**
     * @param limit how many values are told apart; the rest is {@link Dimension#OTHER}
     */
    Block(BlockId id, String key, int limit, Map<String, byte[]> hash) {
        this.id = id;
        this.key = key;
        this.limit = limit;
        this.stored = !hash.isEmpty();
        if (stored) {
            entries = new HashMap<>();
        }
        hash.forEach((value, packed) -> entries.put(
                value,
                new Entry(
                        value,
                        SeriesCodec.decode(
                                id.measure().shape(), id.granularity().slots(), packed))));
        hash.keySet().forEach(this::noteCurrency);
    }

    int size() {
        return entries.size();
    }

    /** The value that this one is counted under: itself, or other values beyond the limit; currency null without. */
    String place(String value, String currency) {
        String field = currency == null ? value : Split.withCurrency(value, currency);
        return entries.size() < limit
                        || entries.containsKey(field)
                        || id.split().equals(Split.TOTAL)
                ? value
                : other();
    }

    /** The series of a value by currency; without a currency under an empty name. */
    Map<String, Series> of(String value) {
        if (id.measure().shape() != Shape.MONEY) {
            Entry entry = entries.get(value);
            return entry == null ? Map.of() : Map.of("", entry.series);
        }
        Map<String, Series> series = new HashMap<>();
        for (String currency : currencies) {
            Entry entry = entries.get(Split.withCurrency(value, currency));
            if (entry != null) {
                series.put(currency, entry.series);
            }
        }
        return series;
    }

    /** The series of a field, to be changed now. */
    Series change(String field) {
        if (entries.isEmpty()) {
            entries = new HashMap<>();
        }
        Entry entry = entries.get(field);
        if (entry == null) {
            entry = new Entry(
                    field, new Series(id.measure().shape(), id.granularity().slots()));
            entries.put(field, entry);
            noteCurrency(field);
        }
        if (!entry.changed) {
            entry.changed = true;
            if (changed.isEmpty()) {
                changed = new ArrayList<>();
            }
            changed.add(entry);
        }
        return entry.series;
    }

    private void noteCurrency(String field) {
        if (id.measure().shape() == Shape.MONEY) {
            if (currencies.isEmpty()) {
                currencies = new HashSet<>();
            }
            currencies.add(field.substring(field.lastIndexOf(Split.SEPARATOR) + 1));
        }
    }

    boolean isChanged() {
        return !changed.isEmpty();
    }

    /** When the store may forget it, in milliseconds since 1970. */
    long expireAtMillis() {
        return id.endMillis() + Retention.millis(id.granularity(), id.measure());
    }

    /** What has to be stored of it. */
    Changes.Operation takeChanges() {
        List<byte[]> arguments = new ArrayList<>(changed.size() * 2);
        for (Entry entry : changed) {
            arguments.add(entry.name);
            arguments.add(SeriesCodec.encode(entry.series));
            entry.changed = false;
        }
        changed = List.of();
        long expiry = stored ? Changes.KEEPS_EXPIRY : expireAtMillis();
        stored = true;
        return new Changes.Operation(Changes.Command.HSET, key.getBytes(UTF_8), true, expiry, arguments);
    }

    private String other() {
        return id.split().equals(Split.FULL) ? ALL_OTHER : Dimension.OTHER;
    }

    /** One field. */
    private static final class Entry {
        final byte[] name;
        final Series series;
        boolean changed;

        Entry(String name, Series series) {
            this.name = name.getBytes(UTF_8);
            this.series = series;
        }
    }
}
