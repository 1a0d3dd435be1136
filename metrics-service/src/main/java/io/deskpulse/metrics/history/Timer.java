package io.deskpulse.metrics.history;

import io.deskpulse.metrics.folding.Subject;
import java.util.ArrayList;
import java.util.List;

/**
 * When a subject is to be looked at again.
 *
 * @param clock which clock it waits for
 * @param tenant whose subject
 * @param subject {@code <tenant>:<kind>:<id>}
 * @param atMillis due when the clock is past this
 */
public record Timer(Clock clock, String tenant, String subject, long atMillis) {
    /** The clocks that time things out (docs/decisions/0003). */
    public enum Clock {
        OBSERVED,
        DECLARED,
        WALL
    }

    static List<Timer> of(String tenant, String subject, Subject.Deadlines deadlines) {
        List<Timer> timers = new ArrayList<>(3);
        add(timers, Clock.OBSERVED, tenant, subject, deadlines.observedMillis());
        add(timers, Clock.DECLARED, tenant, subject, deadlines.declaredMillis());
        add(timers, Clock.WALL, tenant, subject, deadlines.wallMillis());
        return timers;
    }

    private static void add(List<Timer> timers, Clock clock, String tenant, String subject, long atMillis) {
        if (atMillis != Long.MAX_VALUE) {
            timers.add(new Timer(clock, tenant, subject, atMillis));
        }
    }
}
