package io.deskpulse.metrics.counting;

/**
 * Where facts with the same dimensions are added in one group.
 *
 * @param strips by the index of the split
 * @param overflowing how many of them stand for other values, since there are too many
 */
record Route(Strip[] strips, int overflowing) {}
