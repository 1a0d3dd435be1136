package io.deskpulse.survey.outbox;

import io.deskpulse.survey.transaction.Transactions;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Sends what waits in the outbox, on a thread of its own: the oldest first, at once when something was written here, now and
 * then for what others have written. What fails is tried again until it succeeds.
 */
@Startup
@Singleton
class Relay {
    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final Duration LAST_TURN = Duration.ofSeconds(2);

    private final Queue queue;
    private final Sink sink;
    private final Transactions transactions;
    private final Bell bell;
    private final OutboxMeters meters;
    private final OutboxSettings settings;
    private final Thread thread = new Thread(this::run, "outbox-relay");
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
                bell.await(turn());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends once; returns how long to wait before the next turn. */
    private Duration turn() {
        if (!transactions.ready()) {
            return settings.lookEvery();
        }
        try {
            int sent = queue.send(settings.batch(), sink);
            meters.sent(sent);
            meters.waiting(queue.waiting());
            note(null);
            return sent == settings.batch() ? Duration.ZERO : settings.lookEvery();
        } catch (Sink.Failed | Queue.QueueUnavailable e) {
            meters.failed();
            note(e.getMessage());
        } catch (RuntimeException e) {
            meters.failed();
            note("sending failed: " + e.getClass().getSimpleName());
        }
        return settings.pause();
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
