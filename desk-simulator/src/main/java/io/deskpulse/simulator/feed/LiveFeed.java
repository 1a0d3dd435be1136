package io.deskpulse.simulator.feed;

import io.deskpulse.simulator.desk.ServiceDesk;
import java.io.PrintStream;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Feeds a running ingest service from a desk: the past as fast as it takes it, then as it happens. */
public final class LiveFeed {
    private final Feed feed;
    private final long events;

    /**
     * @param start where the desk begins
     * @param speed how many times as fast as it happened the past is sent
     * @param events after how many to stop
     * @param out where people are told how it goes
     */
    public LiveFeed(
            ServiceDesk desk,
            URI ingest,
            String token,
            Instant start,
            double speed,
            long events,
            Optional<Position> position,
            PrintStream out) {
        Clock clock = Clock.systemUTC();
        Pace pace = new Pace(start.toEpochMilli(), clock.millis(), speed, clock);
        IngestClient client = new IngestClient(ingest, token);
        this.feed = new Feed(desk, client::send, pace, position, new Talk(out));
        this.events = events;
    }

    /**
     * Runs until the desk closes, enough events were sent, or {@link #stop}.
     *
     * @return how many events were sent
     * @throws Refusal where the service will never take them
     */
    public long run() throws InterruptedException {
        return feed.run(events);
    }

    /** Ends {@link #run} soon; from any thread. */
    public void stop() {
        feed.stop();
    }
}
