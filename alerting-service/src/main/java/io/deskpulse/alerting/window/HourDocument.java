package io.deskpulse.alerting.window;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of an hour as JSON: {@code {"columns": [...], "rows": [{"of": ["web"], "in": [12, 5]}]}}, where a sketch is an object of its buckets. Columns
 * are named, since rules to come may look at others. Stateless.
 */
final class HourDocument {
    private static final ObjectMapper JSON = new ObjectMapper();

    private HourDocument() {}

    static String write(CellSet set, Slice sum) {
        List<Column> columns = List.copyOf(set.columns().all());
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ArrayNode names = document.putArray("columns");
        columns.forEach(column -> names.add(name(column)));
        ArrayNode rows = document.putArray("rows");
        for (int place = 0; sum != null && place < sum.size(); place++) {
            ObjectNode row = rows.addObject();
            ArrayNode of = row.putArray("of");
            set.row(sum.row(place)).forEach(of::add);
            ArrayNode in = row.putArray("in");
            for (Column column : columns) {
                int at = set.columns().place(column);
                if (column.part() == Column.Part.SKETCH) {
                    in.add(buckets(sum.bucket(place, at)));
                } else {
                    in.add(sum.number(place, at));
                }
            }
        }
        return document.toString();
    }

    private static ObjectNode buckets(Buckets bucket) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (bucket != null) {
            bucket.forEach((index, number) -> json.put(Integer.toString(index), number));
        }
        return json;
    }

    /**
     * Puts what is stored of an hour into a set.
     *
     * @return whether all columns of the set are known of that hour
     * @throws IllegalStateException where it is no such document
     */
    static boolean read(String document, CellSet set, long hour) {
        JsonNode json = parse(document);
        List<String> names = new ArrayList<>();
        json.path("columns").forEach(name -> names.add(name.asText()));
        for (Column column : set.columns().all()) {
            if (!names.contains(name(column))) {
                return false;
            }
        }
        for (JsonNode row : json.path("rows")) {
            List<String> of = new ArrayList<>();
            row.path("of").forEach(value -> of.add(value.asText()));
            Contents contents = set.scratch();
            contents.clear();
            for (Column column : set.columns().all()) {
                put(
                        contents,
                        set.columns().place(column),
                        column,
                        row.path("in").path(names.indexOf(name(column))));
            }
            set.put(0, 0, 0, hour, List.copyOf(of));
        }
        return true;
    }

    private static void put(Contents contents, int place, Column column, JsonNode value) {
        if (column.part() == Column.Part.SKETCH) {
            value.fields()
                    .forEachRemaining(bucket -> contents.sketches[place].add(
                            Integer.parseInt(bucket.getKey()), bucket.getValue().asLong()));
        } else {
            contents.put(place, value.asLong());
        }
    }

    private static JsonNode parse(String document) {
        try {
            return JSON.readTree(document);
        } catch (JsonProcessingException e) {
            // Its message quotes what it read.
            throw new IllegalStateException("what is stored is no hour");
        }
    }

    private static String name(Column column) {
        String name = column.measure().id() + "." + column.part().name().toLowerCase(java.util.Locale.ROOT);
        return switch (column.part()) {
            case BIN -> name + "." + column.bin();
            case MONEY -> name + "." + column.currency();
            default -> name;
        };
    }
}
