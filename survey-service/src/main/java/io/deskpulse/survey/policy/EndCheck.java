package io.deskpulse.survey.policy;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Whether the survey has not ended. */
final class EndCheck implements Check {
    @Override
    public String name() {
        return "not-ended";
    }

    @Override
    public Step look(Situation situation) {
        Optional<Instant> end = situation.definition().orElseThrow().terms().endsAt();
        Map<String, String> facts =
                end.map(time -> Map.of("endsAt", time.toString())).orElse(Map.of());
        return end.isEmpty() || situation.now().isBefore(end.get())
                ? Step.passed(name(), "The survey has not ended.", "问卷尚未结束。", facts)
                : Step.failed(name(), Reasons.EXPIRED, "The survey has made its last offer.", "问卷已停止发放。", facts);
    }
}
