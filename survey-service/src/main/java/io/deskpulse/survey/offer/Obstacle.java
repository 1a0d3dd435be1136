package io.deskpulse.survey.offer;

/**
 * What keeps from asking a person by some means.
 *
 * @param code the reason that callers and explanations see, stable over releases, for example {@code unsubscribed}
 * @param english what it means, in one sentence
 * @param chinese the same
 */
public record Obstacle(String code, String english, String chinese) {}
