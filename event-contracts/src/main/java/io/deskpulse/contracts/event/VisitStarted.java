package io.deskpulse.contracts.event;

/**
 * A visitor came to the site or app.
 *
 * @param channel required
 * @param campaign or null
 * @param segment or null
 * @param region or null
 * @param page the first page, or null
 */
public record VisitStarted(String channel, String campaign, String segment, String region, String page)
        implements VisitData {}
