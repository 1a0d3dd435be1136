package io.deskpulse.alerting.trial.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.alerting.alert.Evidence;
import io.deskpulse.alerting.alert.Transition;
import io.deskpulse.alerting.trial.Trial;
import java.time.Instant;
import java.util.Locale;

/** Trials as JSON; what is not known is left out. Stateless. */
final class TrialJson {
    private TrialJson() {}

    static ObjectNode of(Trial trial) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        put(json, "dataFrom", trial.dataFrom());
        put(json, "evaluatedTo", trial.evaluatedTo());
        json.put("evaluations", trial.evaluations());
        json.put("breaches", trial.breaches());
        json.put("fired", trial.fired());
        json.put("resolved", trial.resolved());
        json.put("transitionsLeftOut", trial.transitionsLeftOut());
        json.put("groupsLeftOut", trial.groupsLeftOut());
        ArrayNode transitions = json.putArray("transitions");
        trial.transitions().forEach(each -> transitions.add(of(each)));
        return json;
    }

    private static ObjectNode of(Transition transition) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        put(json, "at", transition.at());
        ObjectNode group = json.putObject("group");
        transition.group().forEach(group::put);
        json.put("from", transition.from().name().toLowerCase(Locale.ROOT));
        json.put("to", transition.to().name().toLowerCase(Locale.ROOT));
        json.put("reason", transition.reason().word());
        ObjectNode evidence = of(transition.evidence());
        if (!evidence.isEmpty()) {
            json.set("evidence", evidence);
        }
        return json;
    }

    private static ObjectNode of(Evidence evidence) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        put(json, "value", evidence.value());
        put(json, "low", evidence.low());
        put(json, "high", evidence.high());
        put(json, "numerator", evidence.numerator());
        put(json, "denominator", evidence.denominator());
        if (evidence.sample() != null) {
            json.put("sample", evidence.sample());
        }
        put(json, "limit", evidence.limit());
        put(json, "baseline", evidence.baseline());
        put(json, "from", evidence.from());
        put(json, "to", evidence.to());
        return json;
    }

    private static void put(ObjectNode json, String name, Double number) {
        if (number != null && Double.isFinite(number)) {
            json.put(name, number);
        }
    }

    private static void put(ObjectNode json, String name, Instant time) {
        if (time != null) {
            json.put(name, time.toString());
        }
    }
}
