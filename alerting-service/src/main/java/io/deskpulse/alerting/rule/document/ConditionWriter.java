package io.deskpulse.alerting.rule.document;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.alerting.rule.Condition;

/** Writes conditions as {@link ConditionReader} reads them. */
final class ConditionWriter {
    private ConditionWriter() {}

    static ObjectNode write(Condition condition) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (condition instanceof Condition.Threshold threshold) {
            json.put("type", "threshold");
            json.put("operator", threshold.operator().sign());
            number(json, "limit", threshold.limit());
            number(json, "recovery", threshold.recovery());
            json.put("certainty", Words.of(Words.CERTAINTIES, threshold.certainty()));
        } else if (condition instanceof Condition.Change change) {
            json.put("type", "change");
            json.put("baseline", Words.of(Words.BASELINES, change.baseline()));
            json.put("measure", Words.of(Words.MEASURES, change.measure()));
            json.put("operator", change.operator().sign());
            number(json, "limit", change.limit());
            number(json, "recovery", change.recovery());
            json.put("significant", change.significant());
        } else if (condition instanceof Condition.BurnRate burnRate) {
            json.put("type", "burnRate");
            number(json, "objective", burnRate.objective());
            number(json, "factor", burnRate.factor());
            json.put("shortWindow", Durations.write(burnRate.shortWindow()));
        } else {
            json.put("type", condition instanceof Condition.Always ? "always" : "noData");
        }
        return json;
    }

    /** A whole number without its point, as people write it. */
    private static void number(ObjectNode json, String name, Double value) {
        if (value == null) {
            return;
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            json.put(name, value.longValue());
        } else {
            json.put(name, value);
        }
    }
}
