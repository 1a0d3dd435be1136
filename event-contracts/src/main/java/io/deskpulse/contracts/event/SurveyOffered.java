package io.deskpulse.contracts.event;

/**
 * A survey was offered.
 *
 * @param survey required
 * @param version of the survey; required
 * @param offer required
 * @param channel or null
 * @param language or null
 * @param customer or null
 */
public record SurveyOffered(String survey, int version, String offer, String channel, String language, String customer)
        implements SurveyData {}
