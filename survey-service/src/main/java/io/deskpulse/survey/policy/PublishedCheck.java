package io.deskpulse.survey.policy;

import java.util.Map;

/** Whether the survey is published. */
final class PublishedCheck implements Check {
    @Override
    public String name() {
        return "published";
    }

    @Override
    public Step look(Situation situation) {
        return situation.definition().isPresent()
                ? Step.passed(name(), "The survey is published.", "问卷已发布。", Map.of())
                : Step.failed(
                        name(),
                        Reasons.SURVEY_NOT_PUBLISHED,
                        "The survey is a draft or archived.",
                        "问卷是草稿或已归档。",
                        Map.of());
    }
}
