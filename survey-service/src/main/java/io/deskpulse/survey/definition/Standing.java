package io.deskpulse.survey.definition;

import java.util.UUID;

/**
 * How far a survey is, without what it says.
 *
 * @param publishedVersion 0 for none
 */
public record Standing(UUID survey, Survey.State state, int publishedVersion) {}
