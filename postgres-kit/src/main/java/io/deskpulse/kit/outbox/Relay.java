package io.deskpulse.kit.outbox;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * Sends what waits in a table, on a thread of its own: at once when it is rung, now and then for what other instances have written. What fails is tried
 * again until it succeeds. Thread-safe.
 */
public final class Relay {
    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final Duration COUNT_EVERY = Duration.ofSeconds(5);
    private static final Duration LAST_TURN = Duration.ofSeconds(2);

    private final String name;
    private final Waiting waiting;
    private final BooleanSupplier ready;
    private final RelayPace pace;
    private final RelayMeters meters;
    private final Thread thread;
    private final Semaphore rung = new Semaphore(0);
    private long countedNanos = System.nanoTime();
    private volatile boolean stopping;
    private volatile String trouble;

    /** What waits, seen from the side that sends it. Calls block. */
    public interface Waiting {
        /**
         * Sends the oldest and forgets them once they are stored where they go. One caller at a time does so, over all instances; what goes wrong at any
         * moment leaves all of them there. Throws a RuntimeException whose message says what was in the way, and quotes nothing.
         *
         * @return how many were sent; 0 where none wait, or where another instance is sending
         */
        int send(int most);

        /** How many wait. */
        long count();
    }

    /**
     * A relay that stands still until it is started.
     *
     * @param name of its thread, and what waits, in the log
     * @param ready whether there is a table to look into
     */
    public Relay(String name, Waiting waiting, BooleanSupplier ready, RelayPace pace, RelayMeters meters) {
        this.name = name;
        this.waiting = waiting;
        this.ready = ready;
        this.pace = pace;
        this.meters = meters;
        this.thread = new Thread(this::run, name + "-relay");
    }

    public void start() {
        thread.start();
    }

    /** Ends after the turn that runs; what is left waits for the next start. */
    public void stop() throws InterruptedException {
        stopping = true;
        ring();
        if (thread.isAlive()) {
            thread.join(LAST_TURN.toMillis());
            thread.interrupt();
        }
    }

    /** There is something to send. */
    public void ring() {
        if (rung.availablePermits() == 0) {
            rung.release();
        }
    }

    /** Why nothing is sent at present, or empty. */
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** Whether the thread is there; without it nothing is ever sent again. */
    public boolean alive() {
        return thread.isAlive();
    }

    private void run() {
        try {
            while (!stopping) {
                int sent = ready.getAsBoolean() ? turn() : 0;
                count(sent);
                pause(sent);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pause(int sent) throws InterruptedException {
        if (trouble != null) {
            // However often it is rung meanwhile.
            TimeUnit.MILLISECONDS.sleep(pace.pause().toMillis());
        } else if (sent < pace.batch() && rung.tryAcquire(pace.lookEvery().toMillis(), TimeUnit.MILLISECONDS)) {
            rung.drainPermits();
        }
    }

    private int turn() {
        try {
            int sent = waiting.send(pace.batch());
            meters.sent(sent);
            note(null);
            return sent;
        } catch (RuntimeException e) {
            meters.failed();
            note(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
            return 0;
        }
    }

    /** When nothing more was sent, and now and then while more comes: counting reads them all. */
    private void count(int sent) {
        long now = System.nanoTime();
        if (!ready.getAsBoolean() || sent > 0 && now - countedNanos < COUNT_EVERY.toNanos()) {
            return;
        }
        countedNanos = now;
        try {
            meters.waiting(waiting.count());
        } catch (RuntimeException e) {
            LOG.debugf("What waits in %s cannot be counted: %s", name, e.getMessage());
        }
    }

    private void note(String found) {
        if (found != null && trouble == null) {
            LOG.warnf("%s wait to be sent: %s", name, found);
        } else if (found == null && trouble != null) {
            LOG.infof("%s are sent again", name);
        }
        trouble = found;
    }
}
