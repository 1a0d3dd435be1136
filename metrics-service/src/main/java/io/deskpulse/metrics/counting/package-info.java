/**
 * Turns what subjects say into counters: one partition's states, clocks, timers and blocks as they are at one revision,
 * and the changes that lead to the next (docs/reference/exactly-once.md). Plain Java; {@code redis} keeps them.
 */
package io.deskpulse.metrics.counting;
