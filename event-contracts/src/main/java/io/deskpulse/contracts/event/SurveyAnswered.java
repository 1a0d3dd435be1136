package io.deskpulse.contracts.event;

/**
 * One question of an offer was answered.
 *
 * @param survey required
 * @param version of the survey; required
 * @param offer required
 * @param question required
 * @param kind required
 * @param scale the ends of the scale; required where the kind is numeric, else null
 * @param value inside the scale, or null
 * @param comment never logged; or null
 * @param offeredAt when the offer was made; required
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
        String comment,
        java.time.Instant offeredAt,
        String channel,
        String language,
        String customer)
        implements SurveyData {}
