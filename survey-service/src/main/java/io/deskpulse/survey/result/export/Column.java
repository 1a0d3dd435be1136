package io.deskpulse.survey.result.export;

import java.util.function.Function;

/**
 * A column of an export.
 *
 * @param heading what stands at its top
 * @param value a text, number or Instant; null where there is none
 */
record Column(String heading, Function<AnsweredOffer, Object> value) {}
