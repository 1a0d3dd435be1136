package io.deskpulse.survey.trigger;

import io.deskpulse.survey.transaction.Transactions;
import io.deskpulse.survey.transaction.Waiting;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Makes planned offers when they are due, one after the other on a thread of its own; several instances share them. What fails is
 * tried again until it succeeds or is given up.
 */
@Startup
@Singleton
public class PlannedOffers {
    private static final Logger LOG = Logger.getLogger(PlannedOffers.class);
    private static final Duration COUNT_EVERY = Duration.ofSeconds(5);
    private static final Duration LAST_TURN = Duration.ofSeconds(2);

    private final CarryOutPlans carryOut;
    private final Plans plans;
    private final Transactions transactions;
    private final TriggerSettings settings;
    private final TriggerMeters meters;
    private final Semaphore rung = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "planned-offers");
    private long countedNanos = System.nanoTime() - COUNT_EVERY.toNanos();
    private volatile boolean stopping;
    private volatile String trouble;

    PlannedOffers(
            CarryOutPlans carryOut,
            Plans plans,
            Transactions transactions,
            TriggerSettings settings,
            TriggerMeters meters) {
        this.carryOut = carryOut;
        this.plans = plans;
        this.transactions = transactions;
        this.settings = settings;
        this.meters = meters;
    }

    @PostConstruct
    void start() {
        if (settings.enabled()) {
            thread.start();
        }
    }

    /** Ends after the offer that is being made; the others wait for the next start. */
    @PreDestroy
    void stop() throws InterruptedException {
        stopping = true;
        wake();
        if (thread.isAlive()) {
            thread.join(LAST_TURN.toMillis());
            thread.interrupt();
        }
    }

    /** Something may have become due. */
    public void wake() {
        rung.release();
    }

    /** Why nothing is made at present, or empty. */
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** Whether the thread is there; without it nothing is ever made again. */
    public boolean alive() {
        return !settings.enabled() || thread.isAlive();
    }

    private void run() {
        try {
            while (!stopping) {
                boolean more = transactions.ready() && turn();
                if (!more && !stopping) {
                    pause();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Makes one offer; says whether there was any to make. */
    private boolean turn() {
        try {
            countWaiting();
            boolean made = Waiting.until(carryOut::next);
            note(null);
            return made;
        } catch (RuntimeException e) {
            note(e.getClass().getSimpleName());
            return false;
        }
    }

    private void pause() throws InterruptedException {
        if (trouble != null) {
            TimeUnit.MILLISECONDS.sleep(settings.pause().toMillis());
        } else if (rung.tryAcquire(settings.lookEvery().toMillis(), TimeUnit.MILLISECONDS)) {
            rung.drainPermits();
        }
    }

    private void countWaiting() {
        long now = System.nanoTime();
        if (now - countedNanos >= COUNT_EVERY.toNanos()) {
            countedNanos = now;
            meters.waiting(Waiting.until(() -> transactions.run(plans::waiting)));
        }
    }

    private void note(String found) {
        if (found != null && trouble == null) {
            LOG.warnf("Planned offers wait: %s", found);
        } else if (found == null && trouble != null) {
            LOG.info("Planned offers are made again");
        }
        trouble = found;
    }
}
