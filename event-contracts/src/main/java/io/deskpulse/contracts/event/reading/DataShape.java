package io.deskpulse.contracts.event.reading;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.deskpulse.contracts.event.EventData;
import io.deskpulse.contracts.event.reading.Reading.Fault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The fields of one type's data and how they become its record. Unknown fields are passed over, so that senders may be
 * newer than we are; null is as good as absent. Immutable.
 */
final class DataShape {
    private static final String DATA = "/data";

    private record Field(String name, int index, Rule rule, boolean required, Object fallback) {
        String pointer() {
            return DATA + "/" + name;
        }
    }

    private final Field[] fields;
    private final Map<String, Field> byName;
    private final Function<Object[], Object> build;

    private DataShape(List<Field> fields, Function<Object[], Object> build) {
        this.fields = fields.toArray(Field[]::new);
        this.byName = new HashMap<>();
        this.build = build;
        for (Field field : fields) {
            byName.put(field.name, field);
        }
    }

    /** The names of all fields, in the order of the record. */
    List<String> names() {
        return List.of(fields).stream().map(Field::name).toList();
    }

    /**
     * Reads an object.
     *
     * @param json stands on its start, and afterwards on its end, unless there is a fault
     * @return the {@link EventData}, or a {@link Fault}
     */
    Object read(JsonParser json) throws IOException {
        Object[] values = new Object[fields.length];
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            Field field = byName.get(json.currentName());
            JsonToken token = json.nextToken();
            if (field == null || token == JsonToken.VALUE_NULL) {
                json.skipChildren();
                continue;
            }
            if (values[field.index] != null) {
                return Faults.duplicate(field.pointer());
            }
            Object value = field.rule.read(json, token);
            if (value instanceof Fault fault) {
                return fault.under(field.pointer());
            }
            values[field.index] = value;
        }
        return complete(values);
    }

    /** What an event without data says: the record, or a {@link Fault}. */
    Object readNothing() {
        return complete(new Object[fields.length]);
    }

    private Object complete(Object[] values) {
        for (Field field : fields) {
            if (values[field.index] == null) {
                if (field.required) {
                    return Faults.missing(field.pointer());
                }
                values[field.index] = field.fallback;
            }
        }
        Object data = build.apply(values);
        return data instanceof Fault fault ? fault.under(DATA) : data;
    }

    static Builder fields() {
        return new Builder();
    }

    /** Collects fields in the order in which {@link #into} gets their values. */
    static final class Builder {
        private final List<Field> fields = new ArrayList<>();

        Builder required(String name, Rule rule) {
            fields.add(new Field(name, fields.size(), rule, true, null));
            return this;
        }

        Builder optional(String name, Rule rule) {
            return optional(name, rule, null);
        }

        Builder optional(String name, Rule rule, Object fallback) {
            fields.add(new Field(name, fields.size(), rule, false, fallback));
            return this;
        }

        /** @param build gives the record, or a {@link Fault} where fields do not go together */
        DataShape into(Function<Object[], Object> build) {
            return new DataShape(fields, build);
        }
    }
}
