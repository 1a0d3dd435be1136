package io.deskpulse.survey.result.postgres;

import io.deskpulse.survey.result.Dimension;
import io.deskpulse.survey.result.Selection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The conditions of a statement on offers, and its values. Not thread-safe. */
final class Conditions {
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    /** Those that a selection stands for. */
    static Conditions of(Selection selection) {
        Conditions all = new Conditions();
        all.and("o.tenant = %s", selection.tenant());
        all.and("o.survey = %s", selection.survey());
        selection.from().ifPresent(from -> all.and("o.offered_at >= %s", column(from)));
        selection.to().ifPresent(to -> all.and("o.offered_at < %s", column(to)));
        if (!selection.versions().isEmpty()) {
            all.and("o.version = any (%s)", selection.versions().toArray(Integer[]::new));
        }
        for (Map.Entry<Dimension, List<String>> allowed : selection.where().entrySet()) {
            all.and(value(allowed.getKey()) + " = any (%s)", allowed.getValue().toArray(String[]::new));
        }
        return all;
    }

    /** The value of a dimension, as an expression. */
    static String value(Dimension dimension) {
        return "coalesce(lower(o." + dimension.wire() + "), '" + Dimension.UNKNOWN + "')";
    }

    /** One more; {@code %s} stands for its value. */
    void and(String condition, Object value) {
        conditions.add(condition.formatted(with(value)));
    }

    /** Takes one more value; returns what stands for it in the statement. */
    String with(Object value) {
        values.add(value);
        return "$" + values.size();
    }

    /** What stands after {@code where}. */
    String text() {
        return conditions.stream().collect(Collectors.joining(" and "));
    }

    Tuple values() {
        return Tuple.from(values);
    }

    static Object column(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
