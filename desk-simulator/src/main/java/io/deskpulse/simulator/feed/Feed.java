package io.deskpulse.simulator.feed;

import io.deskpulse.simulator.desk.ServiceDesk;
import io.deskpulse.simulator.event.StructuredEvents;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Sends the events of a desk when they are due, in batches. Events that the service has no time for are sent again until it has; one
 * that it rejects is told and left out.
 */
final class Feed {
    private static final int BATCH = 500;
    private static final long TICK_MILLIS = 250;

    private final ServiceDesk desk;
    private final Sender sender;
    private final Pace pace;
    private final Optional<Position> position;
    private final Talk talk;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private boolean live;

    /** Where events go: {@link IngestClient#send}. */
    interface Sender {
        Reply send(byte[] lines) throws InterruptedException;
    }

    Feed(ServiceDesk desk, Sender sender, Pace pace, Optional<Position> position, Talk talk) {
        this.desk = desk;
        this.sender = sender;
        this.pace = pace;
        this.position = position;
        this.talk = talk;
    }

    /**
     * Runs until the desk closes, enough events were sent, or {@link #stop}.
     *
     * @param atMost how many events
     * @return how many were sent
     * @throws Refusal where the service will never take them
     */
    long run(long atMost) throws InterruptedException {
        StructuredEvents batch = new StructuredEvents();
        long sent = 0;
        while (desk.hasNext() && sent < atMost && stopped.getCount() > 0) {
            long reached = fill(batch, Math.min(BATCH, atMost - sent));
            int count = batch.count();
            if (count > 0 && !deliver(batch.take())) {
                break;
            }
            sent += count;
            if (count > 0) {
                position.ifPresent(file -> file.reached(reached));
            }
            if (count < BATCH && sent < atMost && desk.hasNext()) {
                tellLive(sent);
                long wait = pace.until(desk.peek().deliveredMillis());
                stopped.await(Math.max(TICK_MILLIS, Math.min(wait, 60_000)), TimeUnit.MILLISECONDS);
            }
        }
        return sent;
    }

    /** Ends {@link #run} soon; from any thread. */
    void stop() {
        stopped.countDown();
    }

    private long fill(StructuredEvents batch, long atMost) {
        long now = pace.now();
        long reached = 0;
        while (batch.count() < atMost && desk.hasNext() && desk.peek().deliveredMillis() <= now) {
            reached = desk.peek().deliveredMillis();
            batch.add(desk.next());
        }
        return reached;
    }

    /** @return false when stopped before the service took them */
    private boolean deliver(byte[] lines) throws InterruptedException {
        for (int attempt = 0; stopped.getCount() > 0; attempt++) {
            Reply reply = sender.send(lines);
            if (reply instanceof Reply.Taken taken) {
                talk.taken(taken);
                return true;
            }
            if (reply instanceof Reply.Refused refused) {
                throw new Refusal(refused.reason());
            }
            Reply.Later later = (Reply.Later) reply;
            talk.waiting(later);
            Duration wait = later.after() == null ? backoff(attempt) : later.after();
            stopped.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        }
        return false;
    }

    private static Duration backoff(int attempt) {
        return Duration.ofMillis(Math.min(10_000, 250L << Math.min(attempt, 6)));
    }

    private void tellLive(long sent) {
        if (!live && pace.isLive()) {
            live = true;
            talk.live(sent);
        }
    }
}
