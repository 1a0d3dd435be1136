package io.deskpulse.localstack.replay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;

/** When an event is due in a replay: at once, or at its own distance from the first event, so many times faster. */
final class Pace {

    private final OptionalDouble speed;
    private final Clock clock;
    private final Instant firstEvent;
    private final Instant begun;

    Pace(OptionalDouble speed, Instant firstEvent, Clock clock) {
        this.speed = speed;
        this.clock = clock;
        this.firstEvent = firstEvent;
        this.begun = clock.instant();
    }

    /** How long to wait from now; zero when it is due. */
    Duration until(Instant eventTime) {
        if (speed.isEmpty()) {
            return Duration.ZERO;
        }
        var offset = Duration.between(firstEvent, eventTime).toMillis() / speed.getAsDouble();
        var wait = Duration.between(clock.instant(), begun.plusMillis(Math.round(offset)));
        return wait.isNegative() ? Duration.ZERO : wait;
    }
}
