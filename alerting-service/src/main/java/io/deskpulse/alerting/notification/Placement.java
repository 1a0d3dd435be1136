package io.deskpulse.alerting.notification;

import java.time.Duration;
import java.time.Instant;

/**
 * An alert belongs into a group. Immutable.
 *
 * @param fingerprint of the alert
 * @param due when the group is told of for the first time, if it is not there yet
 * @param interval how long after the group was looked at last it may be told again
 * @param routing version of the routing that says so
 */
public record Placement(Group group, String fingerprint, Instant due, Duration interval, long routing) {}
