package io.deskpulse.alerting.window;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.deskpulse.catalogue.cell.Granularity;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads measurements into windows, in one pass over their JSON. What no rule looks at is left before its measures are read, which is nearly all
 * of the work. Not thread-safe.
 */
public final class MeasurementReader {
    private static final JsonFactory JSON = new JsonFactory();
    /** The members that tell whether the measures are of use. */
    private static final int WHOLE_HEAD = 6;

    private final Function<String, Windows> windows;
    private final Map<String, String> dimensions = new HashMap<>();
    private String tenant;
    private int partition;
    private int generation;
    private Granularity granularity;
    private long bucketStart;
    private long revision;
    private int head;
    private boolean contentsRead;
    private Windows target;
    private CellSet set;
    private Level level;

    /** @param windows of a tenant; null where none of its cells are kept */
    public MeasurementReader(Function<String, Windows> windows) {
        this.windows = windows;
    }

    /** What became of a record. */
    public enum Outcome {
        /** A cell has changed. */
        USED,
        /** No rule looks at it, or it was known. */
        SKIPPED,
        /** It is no measurement. */
        UNREADABLE
    }

    /** Reads one record. */
    public Outcome read(byte[] value) {
        if (value == null) {
            return Outcome.UNREADABLE;
        }
        try {
            begin();
            if (!pass(value) || head < WHOLE_HEAD) {
                return Outcome.UNREADABLE;
            }
            // Ours stand in an order that one pass is enough for; any other order is JSON just as well.
            if (set != null && !contentsRead && !(pass(value) && contentsRead)) {
                return Outcome.UNREADABLE;
            }
            return set != null && target.put(cell()) ? Outcome.USED : Outcome.SKIPPED;
        } catch (IOException | IllegalArgumentException e) {
            return Outcome.UNREADABLE;
        }
    }

    private Windows.Cell cell() {
        return new Windows.Cell(
                granularity, level, partition, generation, revision, bucketStart, level.row(dimensions));
    }

    private void begin() {
        dimensions.clear();
        head = 0;
        contentsRead = false;
        set = null;
        tenant = null;
        granularity = null;
    }

    /** False where it is no object. What no rule looks at is not read to its end. */
    private boolean pass(byte[] value) throws IOException {
        try (JsonParser json = JSON.createParser(value)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                if (!member(json, name)) {
                    return true;
                }
            }
            return json.currentToken() == JsonToken.END_OBJECT;
        }
    }

    /** False where the rest is of no interest. */
    private boolean member(JsonParser json, String name) throws IOException {
        switch (name) {
            case "tenant" -> tenant = text(json);
            case "partition" -> partition = json.getIntValue();
            case "generation" -> generation = json.getIntValue();
            case "granularity" -> granularity = granularity(text(json));
            case "bucketStart" -> bucketStart = json.getLongValue();
            case "dimensions" -> readDimensions(json);
            case "revision" -> {
                revision = json.getLongValue();
                return true;
            }
            case "measures" -> {
                readMeasures(json);
                return true;
            }
            default -> {
                json.skipChildren();
                return true;
            }
        }
        return set != null || ++head < WHOLE_HEAD || find();
    }

    /** The head is known: whose it is. */
    private boolean find() {
        target = windows.apply(tenant);
        level = target == null ? null : Level.of(dimensions.keySet()).orElse(null);
        set = level == null ? null : target.set(granularity, level);
        if (set != null && Math.floorMod(bucketStart, granularity.millis()) != 0) {
            throw new IllegalArgumentException("no bucket starts then");
        }
        return set != null;
    }

    private void readDimensions(JsonParser json) throws IOException {
        require(json.currentToken() == JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            dimensions.put(name, text(json));
        }
    }

    private void readMeasures(JsonParser json) throws IOException {
        require(json.currentToken() == JsonToken.START_OBJECT);
        if (set == null) {
            json.skipChildren();
            return;
        }
        set.scratch().clear();
        contentsRead = true;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            Columns.Places places = set.columns().of(json.currentName());
            json.nextToken();
            if (places == null) {
                json.skipChildren();
            } else {
                Amounts.read(json, places, set.scratch());
            }
        }
    }

    private static Granularity granularity(String id) {
        return switch (id) {
            case "minute" -> Granularity.MINUTE;
            case "hour" -> Granularity.HOUR;
            case "day" -> Granularity.DAY;
            default -> throw new IllegalArgumentException("there is no such granularity");
        };
    }

    private static String text(JsonParser json) throws IOException {
        require(json.currentToken() == JsonToken.VALUE_STRING);
        return json.getText();
    }

    static void require(boolean condition) {
        if (!condition) {
            throw new IllegalArgumentException("no measurement");
        }
    }
}
