package io.deskpulse.survey.policy;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Whether all surveys have left the person alone for long enough. */
final class TenantFatigueCheck implements Check {
    @Override
    public String name() {
        return "rested-from-all";
    }

    @Override
    public Step look(Situation situation) {
        Map<String, String> facts = Map.of("again", situation.past().rest().toString());
        if (situation.policy().exempt()) {
            return Step.passed(name(), "The survey is exempt from the rule for all surveys.", "该问卷不受整体频率规则限制。", facts);
        }
        if (situation.person() == null) {
            return Step.passed(
                    name(), "Nobody knows which customer it is: nobody can be spared.", "客户未知，无法判断疲劳度。", facts);
        }
        Optional<Instant> until =
                Fatigue.until(situation.past().contacts(), situation.past().rest(), situation.now());
        return until.isEmpty()
                ? Step.passed(name(), "All surveys have left this person alone for long enough.", "距上次任何询问已足够久。", facts)
                : Step.failed(
                                name(),
                                Reasons.FATIGUE_TENANT,
                                "The person was asked by some survey not long ago, or has an offer open.",
                                "此人近期已被其他问卷询问，或仍有未打开的邀请。",
                                facts)
                        .until(until.get());
    }
}
