package io.deskpulse.contracts.event;

/**
 * A conversation began; carries the attributes that its measures are split by.
 *
 * @param channel where it takes place, for example {@code web}; required
 * @param scene never null; {@link Scene#OTHER} when not given
 * @param customer the customer id, or null
 * @param visitor the visitor id, or null
 * @param language BCP 47, lower-cased, or null
 * @param variant bot or model version, the arm of an A/B test, or null
 * @param campaign marketing campaign, or null
 * @param segment customer segment, or null
 * @param region region, or null
 * @param startedBy never null; {@link Party#CUSTOMER} when not given
 * @param test true leaves the conversation out of every metric
 */
public record ConversationStarted(
        String channel,
        Scene scene,
        String customer,
        String visitor,
        String language,
        String variant,
        String campaign,
        String segment,
        String region,
        Party startedBy,
        boolean test)
        implements ConversationData {}
