package io.deskpulse.contracts.event;

/**
 * A survey was offered.
 *
 * @param survey required
 * @param version of the survey; required
 * @param offer required
 * @param means how it reaches the customer; or null where that is not said
 * @param channel or null
 * @param language or null
 * @param customer or null
 */
public record SurveyOffered(
        String survey, int version, String offer, OfferMeans means, String channel, String language, String customer)
        implements SurveyData {}
