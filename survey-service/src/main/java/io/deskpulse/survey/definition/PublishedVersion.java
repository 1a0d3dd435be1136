package io.deskpulse.survey.definition;

import java.time.Instant;
import java.util.UUID;

/** A version of a survey as it was published. Never changes. */
public record PublishedVersion(UUID survey, int version, Definition definition, Instant publishedAt) {}
