package io.deskpulse.survey.definition.document;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.survey.definition.Policy;
import io.deskpulse.survey.definition.Sampling;

/** A policy as JSON, as {@link PolicyReader} reads it. Stateless. */
final class PolicyWriter {
    private PolicyWriter() {}

    static ObjectNode write(Policy policy) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("ask", policy.ask().wire());
        if (!policy.conditions().values().isEmpty()) {
            ObjectNode conditions = json.putObject("conditions");
            policy.conditions().values().forEach((dimension, values) -> {
                var named = conditions.putArray(dimension.wire());
                values.forEach(named::add);
            });
        }
        if (policy.ask() == Policy.Ask.CLOSE) {
            json.put("means", policy.by().wire());
            json.put("delay", policy.delay().toString());
        }
        if (!policy.sampling().equals(Sampling.EVERYONE)) {
            json.set("sampling", sampling(policy.sampling()));
        }
        policy.again().ifPresent(again -> json.put("again", again.toString()));
        json.put("exempt", policy.exempt());
        return json;
    }

    private static ObjectNode sampling(Sampling sampling) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("percent", sampling.percent());
        sampling.by().ifPresent(dimension -> {
            json.put("by", dimension.wire());
            ObjectNode strata = json.putObject("strata");
            sampling.strata().forEach(strata::put);
        });
        return json;
    }
}
