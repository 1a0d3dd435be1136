package io.deskpulse.alerting.receiver.text;

import io.quarkus.qute.Mapper;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Values by names that rules choose: a name that is not there is an empty text, so that a template holds for all rules. Immutable. */
final class Named implements Mapper {
    private final Map<String, ?> values;

    private Named(Map<String, ?> values) {
        this.values = values;
    }

    static Named texts(Map<String, String> values, Function<String, String> cut) {
        Map<String, String> kept = new TreeMap<>();
        values.forEach((name, value) -> kept.put(name, cut.apply(value)));
        return new Named(kept);
    }

    @Override
    public Object get(String name) {
        Object value = values.get(name);
        return value == null ? "" : value;
    }

    @Override
    public boolean appliesTo(String name) {
        return true;
    }
}
