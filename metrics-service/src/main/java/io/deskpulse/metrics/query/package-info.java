/**
 * Answers questions about metrics from stored cells: which buckets to read, what to add up, which formula to apply. Plain
 * Java; the technology of asking is in {@code rest}, that of reading in {@code redis}.
 */
package io.deskpulse.metrics.query;
