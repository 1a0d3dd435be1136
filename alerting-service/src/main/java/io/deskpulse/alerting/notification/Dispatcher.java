package io.deskpulse.alerting.notification;

import io.deskpulse.kit.postgres.StoreUnavailable;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** Takes groups that are due, no more than there are workers free, and has each looked at by one. */
@Startup
@Singleton
class Dispatcher {
    private static final Logger LOG = Logger.getLogger(Dispatcher.class);
    private static final Duration COUNT_EVERY = Duration.ofSeconds(5);
    private static final Duration FORGET_EVERY = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** What is interrupted may still write down that nobody knows what came of it. */
    private static final Duration LAST_WORD = Duration.ofSeconds(1);

    private final Groups groups;
    private final FlushGroup flushGroup;
    private final NotificationLog log;
    private final NotificationMeters meters;
    private final NotificationSettings settings;
    private final Bell bell;
    private final Clock clock;
    private final Semaphore free;
    private final Map<Group, Lease> unfinished = new ConcurrentHashMap<>();
    private final ExecutorService workers;
    private final Thread thread = new Thread(this::run, "notification-dispatcher");
    private long countedNanos = System.nanoTime() - COUNT_EVERY.toNanos();
    private long forgotNanos = System.nanoTime() - FORGET_EVERY.toNanos();
    private volatile boolean stopping;
    private volatile boolean met;
    private volatile String trouble;

    Dispatcher(
            Groups groups,
            FlushGroup flushGroup,
            NotificationLog log,
            NotificationMeters meters,
            NotificationSettings settings,
            Bell bell,
            Clock clock) {
        this.groups = groups;
        this.flushGroup = flushGroup;
        this.log = log;
        this.meters = meters;
        this.settings = settings;
        this.bell = bell;
        this.clock = clock;
        this.free = new Semaphore(settings.workers());
        AtomicInteger number = new AtomicInteger();
        this.workers = Executors.newFixedThreadPool(
                settings.workers(), task -> new Thread(task, "notification-worker-" + number.incrementAndGet()));
    }

    @PostConstruct
    void start() {
        if (settings.enabled()) {
            thread.start();
        }
    }

    /** Takes nothing more, and waits for what is being sent; what is not done then is given back, so that others do it at once. */
    @PreDestroy
    void stop() throws InterruptedException {
        stopping = true;
        bell.ring();
        long end = System.nanoTime() + settings.stopWithin().toNanos();
        if (thread.isAlive()) {
            thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
        }
        workers.shutdown();
        if (!workers.awaitTermination(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
            workers.shutdownNow();
            workers.awaitTermination(LAST_WORD.toMillis(), TimeUnit.MILLISECONDS);
        }
        unfinished.values().forEach(this::giveBack);
    }

    private void giveBack(Lease lease) {
        try {
            groups.release(lease);
        } catch (RuntimeException e) {
            LOG.warnf("A group is free only when its lease ends: %s", e.getMessage());
        }
    }

    /** Why nothing is sent at present, or empty. */
    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** Whether the thread is there; without it nothing is ever sent again. */
    boolean alive() {
        return !settings.enabled() || thread.isAlive();
    }

    private void run() {
        try {
            while (!stopping) {
                free.acquire();
                free.release();
                boolean more = turn();
                if (trouble != null) {
                    bell.await(PAUSE);
                } else if (!more) {
                    bell.await(settings.lookEvery());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether there may be more to do at once. */
    private boolean turn() {
        try {
            int most = free.availablePermits();
            Instant now = clock.instant();
            List<Lease> leases = groups.lease(now, now.plus(settings.lease()), most);
            leases.forEach(this::hand);
            count();
            note(null);
            return leases.size() == most;
        } catch (StoreUnavailable e) {
            note(e.getMessage());
        } catch (RuntimeException e) {
            note(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
        return false;
    }

    /** Only this thread acquires, so there are at least as many permits as were seen. */
    private void hand(Lease lease) {
        free.acquireUninterruptibly();
        unfinished.put(lease.group(), lease);
        workers.execute(() -> {
            try {
                flush(lease);
            } finally {
                free.release();
                bell.ring();
            }
        });
    }

    private void flush(Lease lease) {
        try {
            flushGroup.flush(lease);
            unfinished.remove(lease.group(), lease);
        } catch (Lease.Lost e) {
            unfinished.remove(lease.group(), lease);
            meters.lost();
        } catch (StoreUnavailable e) {
            note(e.getMessage());
        } catch (RuntimeException e) {
            // Tried again when the lease ends. Its message names no value: alerts are not quoted.
            meters.broken();
            LOG.errorf("A group could not be told: %s", e);
        }
    }

    private void count() {
        if (System.nanoTime() - countedNanos >= COUNT_EVERY.toNanos()) {
            countedNanos = System.nanoTime();
            meters.backlog(groups.backlog(clock.instant()));
        }
        if (System.nanoTime() - forgotNanos >= FORGET_EVERY.toNanos()) {
            forgotNanos = System.nanoTime();
            log.forget(clock.instant().minus(settings.keepLog()));
        }
    }

    private void note(String found) {
        met |= found == null;
        // Postgres is met a moment after the start: nothing to be told of.
        if (found != null && trouble == null && met && !stopping) {
            LOG.warnf("Notifications wait: %s", found);
        } else if (found == null && trouble != null) {
            LOG.info("Notifications are sent again");
        }
        trouble = found;
    }
}
