package io.deskpulse.metrics.query.rest;

import io.deskpulse.kit.problem.Problem;
import io.deskpulse.metrics.query.Asked;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a question from the parameters of an address. */
public final class QuestionParameters {
    private static final Set<String> KNOWN = Set.of("from", "to", "step", "by", "where", "zone", "compare", "stat");

    private QuestionParameters() {}

    /** The question; a parameter that is unknown, or stands twice, is a problem. */
    static Asked read(String metric, MultivaluedMap<String, String> parameters) {
        check(parameters, KNOWN);
        return new Asked(
                metric,
                one(parameters, "from"),
                one(parameters, "to"),
                one(parameters, "step"),
                list(one(parameters, "by")),
                where(one(parameters, "where")),
                one(parameters, "zone"),
                one(parameters, "compare"),
                one(parameters, "stat"));
    }

    /** Rejects a parameter that is not among the known, or stands twice: a typing error must not change a number. */
    public static void check(MultivaluedMap<String, String> parameters, Set<String> known) {
        for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
            if (!known.contains(parameter.getKey())) {
                throw Problem.invalidParameter(
                                parameter.getKey(),
                                "there is no such parameter; possible are "
                                        + String.join(
                                                ", ", known.stream().sorted().toList()))
                        .toException();
            }
            if (parameter.getValue().size() > 1) {
                throw Problem.invalidParameter(parameter.getKey(), "it stands twice; separate values by commas")
                        .toException();
            }
        }
    }

    /** The value of a parameter, or null where it is absent or empty. */
    public static String one(MultivaluedMap<String, String> parameters, String name) {
        String value = parameters.getFirst(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** Values separated by commas; null for none. */
    public static List<String> list(String values) {
        return values == null
                ? null
                : Arrays.stream(values.split(",", -1)).map(String::strip).toList();
    }

    /** {@code dimension:value|value,dimension:value}; null for nothing. */
    public static Map<String, List<String>> where(String text) {
        if (text == null) {
            return null;
        }
        Map<String, List<String>> where = new LinkedHashMap<>();
        for (String condition : text.split(",", -1)) {
            int colon = condition.indexOf(':');
            if (colon < 1 || colon == condition.length() - 1) {
                throw Problem.invalidParameter(
                                "where", "need dimension:value or dimension:value|value, separated by commas")
                        .toException();
            }
            List<String> values = Arrays.asList(condition.substring(colon + 1).split("\\|", -1));
            if (where.put(condition.substring(0, colon).strip(), values) != null) {
                throw Problem.invalidParameter("where", "the same dimension stands twice; separate its values by |")
                        .toException();
            }
        }
        return where;
    }
}
