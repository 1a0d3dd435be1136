package io.deskpulse.survey.policy;

import io.deskpulse.survey.definition.Dimension;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Whether person and episode have one of the values that the policy names for a dimension. */
final class ConditionCheck implements Check {
    private final Dimension dimension;

    ConditionCheck(Dimension dimension) {
        this.dimension = dimension;
    }

    @Override
    public String name() {
        return Reasons.condition(dimension);
    }

    @Override
    public Step look(Situation situation) {
        Set<String> wanted = situation.policy().conditions().values().get(dimension);
        String found = situation.values().get(dimension);
        Map<String, String> facts = new HashMap<>(Map.of("wanted", String.join(", ", wanted)));
        if (found == null) {
            return Step.failed(
                    name(),
                    name(),
                    "The policy wants certain values, and none is known (yet).",
                    "策略限定了取值，但目前未知。",
                    facts);
        }
        facts.put("found", found);
        return situation.policy().conditions().meets(dimension, found)
                ? Step.passed(name(), "The value is one that the policy wants.", "取值符合策略。", facts)
                : Step.failed(name(), name(), "The value is none that the policy wants.", "取值不符合策略。", facts);
    }
}
