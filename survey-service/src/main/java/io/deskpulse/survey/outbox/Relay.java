package io.deskpulse.survey.outbox;

import io.deskpulse.survey.transaction.Transactions;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Sends what waits in the outbox, on a thread of its own: the oldest first, at once when something was written here, now and
 * then for what others have written. What fails is tried again until it succeeds.
 */
@Startup
@Singleton
class Relay {
    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final Duration COUNT_EVERY = Duration.ofSeconds(5);
    private static final Duration LAST_TURN = Duration.ofSeconds(2);

    private final Queue queue;
    private final Sink sink;
    private final Transactions transactions;
    private final Bell bell;
    private final OutboxMeters meters;
    private final OutboxSettings settings;
    private final Thread thread = new Thread(this::run, "outbox-relay");
    private long countedNanos = System.nanoTime();
    private volatile boolean stopping;
    private volatile String trouble;

    Relay(Queue queue, Sink sink, Transactions transactions, Bell bell, OutboxMeters meters, OutboxSettings settings) {
        this.queue = queue;
        this.sink = sink;
        this.transactions = transactions;
        this.bell = bell;
        this.meters = meters;
        this.settings = settings;
    }

    @PostConstruct
    void start() {
        if (settings.relay()) {
            thread.start();
        }
    }

    /** Ends after the turn that runs; what is left waits for the next start. */
    @PreDestroy
    void stop() throws InterruptedException {
        stopping = true;
        bell.ring();
        if (thread.isAlive()) {
            thread.join(LAST_TURN.toMillis());
            thread.interrupt();
        }
    }

    /** Why nothing is sent at present, or empty. */
    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** Whether the thread is there; without it nothing is ever sent again. */
    boolean alive() {
        return !settings.relay() || thread.isAlive();
    }

    private void run() {
        try {
            while (!stopping) {
                int sent = transactions.ready() ? turn() : 0;
                countWaiting(sent);
                pause(sent);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pause(int sent) throws InterruptedException {
        if (trouble != null) {
            // However many answers come in meanwhile.
            TimeUnit.MILLISECONDS.sleep(settings.pause().toMillis());
        } else if (sent == 0) {
            bell.await(settings.lookEvery());
        } else if (sent < settings.batch()) {
            TimeUnit.MILLISECONDS.sleep(settings.gather().toMillis());
        }
    }

    /** Sends once; returns how many. */
    private int turn() {
        try {
            int sent = queue.send(settings.batch(), sink);
            meters.sent(sent);
            note(null);
            return sent;
        } catch (Sink.Failed | Queue.QueueUnavailable e) {
            meters.failed();
            note(e.getMessage());
        } catch (RuntimeException e) {
            meters.failed();
            note("sending failed: " + e.getClass().getSimpleName());
        }
        return 0;
    }

    /** When nothing more was sent, and now and then while more comes: counting reads them all. */
    private void countWaiting(int sent) {
        long now = System.nanoTime();
        if (!transactions.ready() || sent > 0 && now - countedNanos < COUNT_EVERY.toNanos()) {
            return;
        }
        countedNanos = now;
        try {
            meters.waiting(queue.waiting());
        } catch (Queue.QueueUnavailable e) {
            LOG.debugf("Waiting events cannot be counted: %s", e.getMessage());
        }
    }

    private void note(String found) {
        if (found != null && trouble == null) {
            LOG.warnf("Events wait in the outbox: %s", found);
        } else if (found == null && trouble != null) {
            LOG.info("Events are sent again");
        }
        trouble = found;
    }
}
