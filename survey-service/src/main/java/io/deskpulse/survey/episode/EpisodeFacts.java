package io.deskpulse.survey.episode;

/**
 * What is known of the episode that an offer asks about; each is null where it is not known, and all are before its close.
 *
 * @param episode its id, {@code <tenant>/<conversation>#<number>}
 * @param outcome resolved_by_bot, resolved_by_human, abandoned or unresolved
 * @param handler bot, human, mixed or none
 */
public record EpisodeFacts(
        String episode,
        String outcome,
        String handler,
        String scene,
        String segment,
        String variant,
        String region,
        String topic) {
    /** Nothing is known. */
    public static final EpisodeFacts UNKNOWN = new EpisodeFacts(null, null, null, null, null, null, null, null);
}
