package io.deskpulse.contracts.event;

import java.time.Instant;
import java.util.List;

/**
 * One question of an offer was answered, or its answer changed or taken back: of each offer and question the event with
 * the greatest revision counts (docs/decisions/0013).
 *
 * @param survey required
 * @param version of the survey; required
 * @param offer required
 * @param question required
 * @param kind required
 * @param scale the ends of the scale; required where the kind is numeric, else null
 * @param value inside the scale, whole where the kind is numeric; or null
 * @param options ids of what was chosen; empty where the kind is not choice
 * @param comment never logged; or null
 * @param offeredAt when the offer was made; required
 * @param revision counts the changes of this answer, from 1
 * @param withdrawn whether the answer was taken back
 * @param channel or null
 * @param language or null
 * @param customer or null
 */
public record SurveyAnswered(
        String survey,
        int version,
        String offer,
        String question,
        QuestionKind kind,
        Scale scale,
        Double value,
        List<String> options,
        String comment,
        Instant offeredAt,
        int revision,
        boolean withdrawn,
        String channel,
        String language,
        String customer)
        implements SurveyData {
    public SurveyAnswered {
        options = List.copyOf(options);
    }
}
