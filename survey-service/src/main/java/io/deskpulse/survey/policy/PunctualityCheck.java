package io.deskpulse.survey.policy;

import io.deskpulse.survey.definition.Policy;
import java.util.Map;

/** Whether the close that asks is recent: nobody is asked about what happened long ago, when old data is read again. */
final class PunctualityCheck implements Check {
    @Override
    public String name() {
        return "in-time";
    }

    @Override
    public Step look(Situation situation) {
        if (situation.ask() != Policy.Ask.CLOSE) {
            return Step.passed(name(), "It is asked on request.", "按请求发放。", Map.of());
        }
        if (situation.due().isEmpty()) {
            return Step.failed(
                    name(),
                    Reasons.NO_EPISODE,
                    "No closed episode of the conversation is known (yet).",
                    "该会话尚无已知的已结束会话段。",
                    Map.of());
        }
        Situation.Due due = situation.due().get();
        Map<String, String> facts =
                Map.of("dueAt", due.at().toString(), "latest", due.latest().toString());
        return situation.now().isAfter(due.latest())
                ? Step.failed(
                        name(),
                        Reasons.TOO_LATE,
                        "It is too long ago that the episode should have been asked about.",
                        "距离应询问的时间过久。",
                        facts)
                : Step.passed(name(), "The episode has closed recently.", "会话刚结束不久。", facts);
    }
}
