package io.deskpulse.survey.policy;

import java.util.Map;

/** Whether nothing was offered about the same yet. */
final class RepetitionCheck implements Check {
    @Override
    public String name() {
        return "first-offer";
    }

    @Override
    public Step look(Situation situation) {
        return switch (situation.past().earlier()) {
            case NOTHING -> Step.passed(name(), "Nothing was offered about it before.", "此前未就此发放过问卷。", Map.of());
            case IN_CONVERSATION ->
                Step.failed(
                        name(),
                        Reasons.ALREADY_OFFERED_FOR_CONVERSATION,
                        "The survey was offered in this conversation already.",
                        "此会话已发放过该问卷。",
                        Map.of());
            case ABOUT_EPISODE ->
                Step.failed(
                        name(),
                        Reasons.ALREADY_OFFERED_FOR_EPISODE,
                        "A survey about this episode was offered already.",
                        "已就此次会话发放过问卷。",
                        Map.of());
        };
    }
}
