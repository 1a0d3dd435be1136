package io.deskpulse.survey.delivery;

import io.deskpulse.kit.postgres.StoreUnavailable;
import io.deskpulse.survey.transaction.Transactions;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Sends what is due, on a thread of its own, turn by turn. What fails is tried again. */
@Startup
@Singleton
class Courier {
    private static final Logger LOG = Logger.getLogger(Courier.class);
    private static final Duration COUNT_EVERY = Duration.ofSeconds(5);
    /** Longer than a mail server takes that is well; what takes longer would be sent twice. */
    private static final Duration LAST_TURN = Duration.ofSeconds(10);

    private final DeliverDue deliverDue;
    private final Transactions transactions;
    private final DeliverySettings settings;
    private final Thread thread = new Thread(this::run, "courier");
    private long countedNanos = System.nanoTime() - COUNT_EVERY.toNanos();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private boolean troubled;

    Courier(DeliverDue deliverDue, Transactions transactions, DeliverySettings settings) {
        this.deliverDue = deliverDue;
        this.transactions = transactions;
        this.settings = settings;
    }

    @PostConstruct
    void start() {
        if (settings.courier()) {
            thread.start();
        }
    }

    /** Ends after the turn that runs; what is left waits for the next start, and what that turn could not finish in time for the end of its lease. */
    @PreDestroy
    void stop() throws InterruptedException {
        stopping.countDown();
        if (thread.isAlive()) {
            thread.join(LAST_TURN.toMillis());
            thread.interrupt();
        }
    }

    /** Whether the thread is there; without it nothing is ever sent again. */
    boolean alive() {
        return !settings.courier() || thread.isAlive();
    }

    private void run() {
        try {
            boolean more = false;
            while (running(more ? Duration.ZERO : settings.lookEvery())) {
                more = transactions.ready() && turn();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits so long; says whether to go on then. */
    private boolean running(Duration pause) throws InterruptedException {
        return !stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether there may be more to do at once. */
    private boolean turn() {
        try {
            boolean full = deliverDue.turn() == settings.batch();
            if (System.nanoTime() - countedNanos >= COUNT_EVERY.toNanos()) {
                countedNanos = System.nanoTime();
                deliverDue.count();
            }
            troubled = false;
            return full;
        } catch (RuntimeException e) {
            tell(e);
            return false;
        }
    }

    /** Once, until it works again. */
    private void tell(RuntimeException e) {
        if (!troubled && stopping.getCount() > 0) {
            LOG.warnf(
                    "Deliveries wait: %s",
                    e instanceof StoreUnavailable
                            ? e.getMessage()
                            : e.getClass().getSimpleName());
        }
        troubled = true;
    }
}
