package io.deskpulse.survey.offer;

/**
 * How an offer came about.
 *
 * @param asked on what occasion
 * @param steps what each check found, as JSON; or null where that was not kept
 */
public record Explanation(Offer offer, String asked, String steps) {}
