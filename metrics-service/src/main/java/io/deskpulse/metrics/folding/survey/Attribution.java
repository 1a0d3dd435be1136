package io.deskpulse.metrics.folding.survey;

import io.deskpulse.catalogue.cell.Dimensions;

/**
 * What is filed for an episode carries. Immutable.
 *
 * @param dimensions those known now: handler and topic only if it is closed
 * @param test whether it is left out of every metric
 */
public record Attribution(Dimensions dimensions, boolean test) {}
