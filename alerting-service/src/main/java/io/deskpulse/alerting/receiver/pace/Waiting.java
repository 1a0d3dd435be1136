package io.deskpulse.alerting.receiver.pace;

/**
 * A notification that came faster than its receiver takes it. Immutable.
 *
 * @param group key of its group; a later one of the same group takes its place
 * @param notification id of it
 * @param title what a digest says of it
 */
public record Waiting(String group, String notification, String title, boolean firing) {}
