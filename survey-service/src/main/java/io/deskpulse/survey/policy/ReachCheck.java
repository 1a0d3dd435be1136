package io.deskpulse.survey.policy;

import java.util.Map;

/** Whether the person can be asked by the means wanted, and has not declined it. */
final class ReachCheck implements Check {
    @Override
    public String name() {
        return "reachable";
    }

    @Override
    public Step look(Situation situation) {
        return situation
                .past()
                .hindrance()
                .map(found -> new Step(name(), found.reason(), found.sentence(), Map.of(), null))
                .orElseGet(() -> Step.passed(name(), "The person can be reached.", "可以联系到此人。", Map.of()));
    }
}
