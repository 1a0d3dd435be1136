package io.deskpulse.survey;

import io.deskpulse.survey.moment.Moment;
import io.deskpulse.survey.moment.RequestClock;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/** The time of the services under test: now, until a test moves it. */
@Singleton
public class MovableClock extends RequestClock {
    private volatile Duration ahead = Duration.ZERO;

    MovableClock(Moment moment) {
        super(moment);
    }

    /** Runs something in the future. */
    public void in(Duration time, Runnable work) {
        ahead = time;
        try {
            work.run();
        } finally {
            ahead = Duration.ZERO;
        }
    }

    @Override
    protected Instant now() {
        return Instant.now().plus(ahead);
    }
}
