package io.deskpulse.alerting.window;

/**
 * What is counted of an hour, to be kept for the week after. Immutable.
 *
 * @param level the id of the level of its cells
 * @param hour its begin in milliseconds
 * @param document all rows, as {@link HourDocument} writes them
 */
public record HourTallies(String level, long hour, String document) {}
