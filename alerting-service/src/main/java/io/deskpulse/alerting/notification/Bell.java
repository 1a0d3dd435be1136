package io.deskpulse.alerting.notification;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the dispatcher as soon as there is something to do. Thread-safe. */
@Singleton
class Bell {
    private final Semaphore rung = new Semaphore(0);

    /** Once what has changed is there for all to see. */
    void ring(@Observes(during = TransactionPhase.AFTER_SUCCESS) GroupsChanged changed) {
        ring();
    }

    void ring() {
        if (rung.availablePermits() == 0) {
            rung.release();
        }
    }

    /** Returns when it is rung, was rung since the last call, or after so long. */
    void await(Duration longest) throws InterruptedException {
        if (rung.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            rung.drainPermits();
        }
    }
}
