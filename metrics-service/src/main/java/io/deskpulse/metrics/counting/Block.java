package io.deskpulse.metrics.counting;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deskpulse.catalogue.cell.Dimension;
import io.deskpulse.catalogue.cell.Dimensions;
import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.catalogue.measure.Shape;
import io.deskpulse.metrics.cell.BlockId;
import io.deskpulse.metrics.cell.Bundle;
import io.deskpulse.metrics.cell.BundleCodec;
import io.deskpulse.metrics.cell.Keys;
import io.deskpulse.metrics.cell.SeriesCodec;
import io.deskpulse.metrics.cell.Split;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One split of the buckets of one place, as the store holds it, and what was added since. Mutable, not thread-safe. */
final class Block {
    private static final Measure[] MEASURES = Measure.values();
    private static final int HASHES = MEASURES.length + Bundle.values().length;

    private final BlockPlace place;
    private final Split split;
    private final int limit;
    private final Map<String, Strip> strips = new HashMap<>();
    private final List<Strip> changed = new ArrayList<>();
    /** Which of its hashes the store has: measures by ordinal, then bundles. */
    private final boolean[] stored = new boolean[HASHES];

    /**
     * @param limit how many values are told apart; the rest is {@link Dimension#OTHER}
     */
    Block(BlockPlace place, Split split, int limit) {
        this.place = place;
        this.split = split;
        this.limit = limit;
    }

    /** Takes in what the store holds of a measure, or of its whole bundle. */
    void load(Measure measure, Map<String, byte[]> hash) {
        if (hash.isEmpty()) {
            return;
        }
        Bundle bundle = Bundle.of(split, measure);
        int slots = place.granularity().slots();
        stored[hashOf(measure)] = true;
        hash.forEach((field, packed) -> {
            if (bundle != null) {
                strip(field).put(bundle, packed);
            } else if (measure.shape() == Shape.MONEY) {
                String value = Split.withoutLast(field);
                strip(value)
                        .put(
                                measure,
                                field.substring(value.length() + 1),
                                SeriesCodec.decode(Shape.MONEY, slots, packed));
            } else if (measure.shape() == Shape.DISTINCT) {
                strip(Split.withoutLast(field)).putBucket(measure, packed);
            } else {
                strip(field).put(measure, SeriesCodec.decode(measure.shape(), slots, packed));
            }
        });
    }

    /** What this value is counted under: itself, or other values beyond the limit. */
    Strip at(String value) {
        Strip found = strips.get(value);
        if (found != null) {
            return found;
        }
        return strip(strips.size() < limit || split.equals(Split.TOTAL) ? value : other());
    }

    /** What is counted under exactly this value, or null. */
    Strip find(String value) {
        return strips.get(value);
    }

    private Strip strip(String value) {
        return strips.computeIfAbsent(
                value, any -> new Strip(value, place.granularity().slots()));
    }

    /** Notes that a strip is about to change. */
    void change(Strip strip) {
        if (!strip.isChanged()) {
            changed.add(strip);
        }
    }

    /** How many series it holds. */
    int size() {
        int size = 0;
        for (Strip strip : strips.values()) {
            size += strip.size();
        }
        return size;
    }

    /** Puts what has to be stored into the changes, and tells the cells to be sent on. */
    void takeChanges(Keys keys, Changes changes, CellVisitor touched) {
        List<List<byte[]>> hashes = new ArrayList<>(Collections.nCopies(HASHES, null));
        for (Strip strip : changed) {
            take(strip, hashes);
            for (long slots = strip.takeTouched(); slots != 0; slots &= slots - 1) {
                touched.cell(split, strip.value(), place.firstBucket() + Long.numberOfTrailingZeros(slots));
            }
        }
        changed.clear();
        for (int hash = 0; hash < HASHES; hash++) {
            if (hashes.get(hash) != null) {
                changes.add(operation(keys, hash, hashes.get(hash)));
            }
        }
    }

    private void take(Strip strip, List<List<byte[]>> hashes) {
        int done = 0;
        byte[] field = strip.field();
        long sketches = strip.takeChangedSketches();
        for (long rest = strip.takeChanged(); rest != 0; rest &= rest - 1) {
            Measure measure = MEASURES[Long.numberOfTrailingZeros(rest)];
            Bundle bundle = Bundle.of(split, measure);
            if (bundle == null) {
                add(strip, field, measure, sketches, arguments(hashes, measure.ordinal()));
            } else if ((done & 1 << bundle.ordinal()) == 0) {
                done |= 1 << bundle.ordinal();
                List<byte[]> arguments = arguments(hashes, MEASURES.length + bundle.ordinal());
                arguments.add(field);
                byte[] packed = BundleCodec.encode(bundle.measures(), strip::of);
                strip.put(bundle, packed);
                arguments.add(packed);
            }
        }
    }

    private static void add(Strip strip, byte[] field, Measure measure, long sketches, List<byte[]> arguments) {
        if (measure.shape() == Shape.MONEY) {
            strip.money(measure).forEach((currency, series) -> {
                arguments.add(strip.field(currency));
                arguments.add(SeriesCodec.encode(series));
            });
        } else if (measure.shape() == Shape.DISTINCT) {
            // Sketches are long, and most of a block's buckets are over: each is stored by itself.
            for (long rest = sketches; rest != 0; rest &= rest - 1) {
                int slot = Long.numberOfTrailingZeros(rest);
                arguments.add(strip.field(slot));
                arguments.add(SeriesCodec.encodeBucket(strip.of(measure), slot));
            }
        } else {
            arguments.add(field);
            arguments.add(SeriesCodec.encode(strip.of(measure)));
        }
    }

    private static List<byte[]> arguments(List<List<byte[]>> hashes, int hash) {
        List<byte[]> arguments = hashes.get(hash);
        if (arguments == null) {
            arguments = new ArrayList<>();
            hashes.set(hash, arguments);
        }
        return arguments;
    }

    private Changes.Operation operation(Keys keys, int hash, List<byte[]> arguments) {
        Measure measure = hash < MEASURES.length
                ? MEASURES[hash]
                : Bundle.values()[hash - MEASURES.length].measures().get(0);
        byte[] key = keys.block(id(measure)).getBytes(UTF_8);
        long expiry = stored[hash] ? Changes.KEEPS_EXPIRY : place.expireAtMillis(measure);
        stored[hash] = true;
        return new Changes.Operation(Changes.Command.HSET, key, true, expiry, arguments);
    }

    private BlockId id(Measure measure) {
        return place.id(split, measure);
    }

    private int hashOf(Measure measure) {
        Bundle bundle = Bundle.of(split, measure);
        return bundle == null ? measure.ordinal() : MEASURES.length + bundle.ordinal();
    }

    private String other() {
        return split.isFull() ? split.valueOf(Dimensions.OTHER) : Dimension.OTHER;
    }

    /** Is told of changed cells. */
    interface CellVisitor {
        void cell(Split split, String value, long bucket);
    }
}
