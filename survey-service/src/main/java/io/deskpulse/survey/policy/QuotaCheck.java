package io.deskpulse.survey.policy;

import java.util.Map;
import java.util.Optional;

/** Whether the quota has a place left. Whoever makes the offer takes the place afterwards, and may find it gone. */
final class QuotaCheck implements Check {
    @Override
    public String name() {
        return "quota";
    }

    @Override
    public Step look(Situation situation) {
        Optional<Integer> quota = situation.definition().orElseThrow().terms().quota();
        if (quota.isEmpty()) {
            return Step.passed(name(), "The survey has no quota.", "问卷没有配额。", Map.of());
        }
        Map<String, String> facts = Map.of(
                "quota",
                quota.get().toString(),
                "taken",
                Integer.toString(situation.past().taken()));
        return situation.past().taken() < quota.get()
                ? Step.passed(name(), "The quota has a place left.", "配额尚有余量。", facts)
                : Step.failed(name(), Reasons.QUOTA_REACHED, "The quota is used up.", "配额已用完。", facts);
    }
}
