package io.deskpulse.survey.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Whether this survey has left the person alone for long enough. */
final class OwnFatigueCheck implements Check {
    @Override
    public String name() {
        return "rested-from-survey";
    }

    @Override
    public Step look(Situation situation) {
        Optional<Duration> again = situation.policy().again();
        if (again.isEmpty()) {
            return Step.passed(name(), "The survey may ask again at any time.", "该问卷未限制重复询问。", Map.of());
        }
        Map<String, String> facts = Map.of("again", again.get().toString());
        if (situation.person() == null) {
            return Step.passed(
                    name(), "Nobody knows which customer it is: nobody can be spared.", "客户未知，无法判断疲劳度。", facts);
        }
        Optional<Instant> until = Fatigue.until(
                situation.past().contacts().stream()
                        .filter(contact -> contact.survey().equals(situation.survey()))
                        .toList(),
                again.get(),
                situation.now());
        return until.isEmpty()
                ? Step.passed(name(), "The survey has left this person alone for long enough.", "距该问卷上次询问已足够久。", facts)
                : Step.failed(
                                name(),
                                Reasons.FATIGUE_SURVEY,
                                "The person was asked by this survey not long ago, or has its offer open.",
                                "此人近期已被该问卷询问，或仍有未打开的邀请。",
                                facts)
                        .until(until.get());
    }
}
