package io.deskpulse.survey.policy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A verdict as it is kept and shown. Stateless. */
public final class VerdictJson {
    private VerdictJson() {}

    /** The steps in order, those not reached at the end. */
    public static ArrayNode write(Verdict verdict) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        verdict.steps().forEach(step -> json.add(step(step)));
        verdict.notReached().forEach(name -> json.addObject().put("check", name).put("result", "not-reached"));
        return json;
    }

    private static ObjectNode step(Step step) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("check", step.check());
        json.put("result", step.passed() ? "passed" : "failed");
        if (!step.passed()) {
            json.put("reason", step.reason());
        }
        json.putObject("message")
                .put("en", step.sentence().english())
                .put("zh-CN", step.sentence().chinese());
        if (!step.facts().isEmpty()) {
            ObjectNode facts = json.putObject("facts");
            step.facts().forEach(facts::put);
        }
        if (step.until() != null) {
            json.put("until", step.until().toString());
        }
        return json;
    }
}
