package io.deskpulse.survey.offer;

import io.deskpulse.survey.episode.EpisodeFacts;

/**
 * How it came that somebody was asked.
 *
 * @param stratum the value by which the share of people who are asked was chosen; or null where all have the same share
 * @param weight one over that share, at least 1: how many people the answer stands for
 */
public record Circumstances(Means means, String stratum, double weight, EpisodeFacts facts) {
    /** Everyone is asked, and nothing is known of an episode. */
    public static Circumstances of(Means means) {
        return new Circumstances(means, null, 1, EpisodeFacts.UNKNOWN);
    }
}
