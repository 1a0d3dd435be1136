package io.deskpulse.survey.trigger;

import java.time.Instant;
import java.util.UUID;

/**
 * An offer that is to be made about a closed episode, if then it may be.
 *
 * @param episode its id
 * @param attempts how often it failed
 */
public record Plan(String tenant, UUID survey, String episode, Instant dueAt, int attempts) {}
