package io.deskpulse.contracts.event;

/**
 * An offer was finished.
 *
 * @param survey required
 * @param version of the survey; required
 * @param offer required
 * @param channel or null
 * @param language or null
 * @param customer or null
 */
public record SurveyFinished(String survey, int version, String offer, String channel, String language, String customer)
        implements SurveyData {}
