package io.deskpulse.metrics.partition;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Gives one owner its turns on a shared pool: one at a time, when it asked for the next or is woken. Thread-safe. */
final class Turns {
    private static final Logger LOG = Logger.getLogger(Turns.class);
    private static final long AFTER_ERROR_MILLIS = 1_000;

    private final PartitionOwner owner;
    private final ScheduledExecutorService pool;
    private ScheduledFuture<?> next;
    private boolean running;
    private boolean woken;
    private boolean over;

    Turns(PartitionOwner owner, ScheduledExecutorService pool) {
        this.owner = owner;
        this.pool = pool;
    }

    PartitionOwner owner() {
        return owner;
    }

    /** There is something to do now. */
    synchronized void wake() {
        if (running) {
            woken = true;
        } else if (!over) {
            in(0);
        }
    }

    /** True when the owner has stopped and no turn of it is running. */
    synchronized boolean isOver() {
        return over;
    }

    private void turn() {
        synchronized (this) {
            // The pool may have taken a turn out already when a wake calls it off: then both come.
            if (running) {
                woken = true;
                return;
            }
            running = true;
            woken = false;
        }
        long wait = AFTER_ERROR_MILLIS;
        try {
            wait = owner.step();
        } catch (Throwable e) {
            LOG.errorf(e, "Partition %d: a step broke", owner.keys().partition());
        } finally {
            end(wait);
        }
    }

    private synchronized void end(long wait) {
        running = false;
        if (wait < 0) {
            over = true;
            notifyAll();
        } else {
            in(woken ? 0 : wait);
        }
    }

    private void in(long millis) {
        if (next != null) {
            next.cancel(false);
        }
        try {
            next = pool.schedule(this::turn, millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            over = true;
        }
    }

    /** Waits until the owner has stopped. */
    synchronized boolean awaitOver(long millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (!over) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }
}
