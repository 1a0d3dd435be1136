package io.deskpulse.alerting.rule.document;

import io.deskpulse.alerting.rule.Condition;
import io.deskpulse.alerting.rule.Condition.Baseline;
import io.deskpulse.alerting.rule.Condition.Certainty;
import io.deskpulse.alerting.rule.Condition.Measure;
import io.deskpulse.alerting.rule.Operator;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads the member {@code condition}. */
final class ConditionReader {
    private static final Map<String, Function<Part, Condition>> TYPES = types();
    private static final Condition SOME = new Condition.Threshold(Operator.ABOVE, Double.NaN, null, Certainty.VALUE);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);

    private ConditionReader() {}

    /** The condition; some condition where it cannot be read, the faults are noted. */
    static Condition read(Part rule) {
        if (!rule.has("condition")) {
            rule.fault("condition", "It is missing; write when the alert is to fire.");
        }
        return rule.object("condition").map(ConditionReader::typed).orElse(SOME);
    }

    private static Condition typed(Part part) {
        if (!part.has("type")) {
            part.fault("type", "It is missing; write one of " + String.join(", ", TYPES.keySet()) + ".");
        }
        return part.oneOf("type", TYPES).map(reader -> reader.apply(part)).orElse(SOME);
    }

    private static Condition threshold(Part part) {
        part.only(List.of("type", "operator", "limit", "recovery", "certainty"));
        Operator operator = operator(part);
        double limit = required(part, "limit");
        return new Condition.Threshold(
                operator,
                limit,
                recovery(part, operator, limit),
                part.oneOf("certainty", Words.CERTAINTIES).orElse(Certainty.VALUE));
    }

    private static Condition change(Part part) {
        part.only(List.of("type", "baseline", "measure", "operator", "limit", "recovery", "significant"));
        Operator operator = operator(part);
        double limit = required(part, "limit");
        return new Condition.Change(
                part.oneOf("baseline", Words.BASELINES).orElse(Baseline.PREVIOUS),
                part.oneOf("measure", Words.MEASURES).orElse(Measure.RELATIVE),
                operator,
                limit,
                recovery(part, operator, limit),
                part.flag("significant").orElse(false));
    }

    private static Condition burnRate(Part part) {
        part.only(List.of("type", "objective", "factor", "shortWindow"));
        double objective = required(part, "objective");
        double factor = required(part, "factor");
        if (part.number("objective").isPresent() && !(objective > 0 && objective < 1)) {
            part.fault("objective", "Write the share of good things, between 0 and 1, such as 0.95.");
        } else if (part.has("factor") && !(factor > 0 && factor * (1 - objective) < 1)) {
            part.fault(
                    "factor",
                    "Write a number above 0 and below 1 / (1 - objective): it could never be reached otherwise.");
        }
        if (!part.has("shortWindow")) {
            part.fault("shortWindow", "It is missing; write about a twelfth of the window.");
        }
        return new Condition.BurnRate(
                objective, factor, wholeMinutes(part, "shortWindow", MINUTE, DAY, Duration.ofMinutes(1)));
    }

    /** A length of time in whole minutes. */
    static Duration wholeMinutes(Part part, String name, Duration least, Duration most, Duration standard) {
        Duration found = part.duration(name, least, most).orElse(standard);
        if (found.toMillis() % MINUTE.toMillis() != 0 || found.getNano() != 0) {
            part.fault(name, "Write whole minutes.");
        }
        return found;
    }

    private static Operator operator(Part part) {
        if (!part.has("operator")) {
            part.fault("operator", "It is missing; write one of " + String.join(", ", Words.OPERATORS.keySet()) + ".");
        }
        return part.oneOf("operator", Words.OPERATORS).orElse(Operator.ABOVE);
    }

    private static double required(Part part, String name) {
        if (!part.has(name)) {
            part.fault(name, "It is missing; write a number.");
        }
        return part.number(name).orElse(Double.NaN);
    }

    private static Double recovery(Part part, Operator operator, double limit) {
        Double recovery = part.number("recovery").orElse(null);
        if (recovery != null
                && part.number("limit").isPresent()
                && (operator.upward() ? recovery > limit : recovery < limit)) {
            part.fault(
                    "recovery",
                    "It is on the bad side of the limit; write a number "
                            + (operator.upward() ? "at or below" : "at or above") + " it.");
        }
        return recovery;
    }

    private static Map<String, Function<Part, Condition>> types() {
        Map<String, Function<Part, Condition>> types = new LinkedHashMap<>();
        types.put("threshold", ConditionReader::threshold);
        types.put("change", ConditionReader::change);
        types.put("burnRate", ConditionReader::burnRate);
        types.put("noData", part -> {
            part.only(List.of("type"));
            return new Condition.NoData();
        });
        types.put("always", part -> {
            part.only(List.of("type"));
            return new Condition.Always();
        });
        return types;
    }
}
