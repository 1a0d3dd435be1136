package io.deskpulse.alerting.route;

import java.time.Duration;

/**
 * How fast a group is told. Immutable.
 *
 * @param groupWait from the first alert of a new group until it is told, so that what breaks together is told together
 * @param groupInterval at least so long between two notifications of a group that has changed
 * @param repeatInterval after so long without a change, what still fires and nobody has acknowledged is told again
 */
public record Pace(Duration groupWait, Duration groupInterval, Duration repeatInterval) {
    public static final Pace STANDARD = new Pace(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofHours(4));

    public Pace {
        if (groupWait.isNegative() || groupInterval.toMillis() < 1000 || repeatInterval.compareTo(groupInterval) < 0) {
            throw new IllegalArgumentException(
                    "a repeat interval is not less than the group interval, which is at least 1 s");
        }
    }
}
