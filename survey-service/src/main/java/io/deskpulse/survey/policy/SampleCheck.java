package io.deskpulse.survey.policy;

import io.deskpulse.survey.definition.Sampling;
import java.util.HashMap;
import java.util.Map;

/** Whether the lot falls on the person. */
final class SampleCheck implements Check {
    @Override
    public String name() {
        return "sampled";
    }

    @Override
    public Step look(Situation situation) {
        Sampling.Share share = situation.share();
        Map<String, String> facts = new HashMap<>();
        facts.put("probability", Double.toString(share.probability()));
        facts.put("draw", Double.toString(situation.draw()));
        if (share.stratum() != null) {
            facts.put("stratum", share.stratum());
        }
        return situation.draw() < share.probability()
                ? Step.passed(name(), "The lot fell on this person or conversation.", "已被抽中。", facts)
                : Step.failed(
                        name(),
                        Reasons.NOT_SAMPLED,
                        "Only a share is asked, and the lot fell on others.",
                        "仅抽样询问一部分，未被抽中。",
                        facts);
    }
}
