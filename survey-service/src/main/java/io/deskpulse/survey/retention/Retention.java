package io.deskpulse.survey.retention;

import io.deskpulse.survey.transaction.Transactions;
import io.deskpulse.survey.transaction.Waiting;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Has old things forgotten now and then, on a thread of its own. */
@Startup
@Singleton
class Retention {
    private static final Logger LOG = Logger.getLogger(Retention.class);

    private final ForgetOldThings forgetOldThings;
    private final Transactions transactions;
    private final RetentionSettings settings;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "retention"));

    Retention(ForgetOldThings forgetOldThings, Transactions transactions, RetentionSettings settings) {
        this.forgetOldThings = forgetOldThings;
        this.transactions = transactions;
        this.settings = settings;
    }

    @PostConstruct
    void start() {
        long every = settings.every().toMillis();
        thread.scheduleWithFixedDelay(this::turn, every, every, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }

    private void turn() {
        if (!transactions.ready()) {
            return;
        }
        try {
            Waiting.until(forgetOldThings::forget);
        } catch (RuntimeException e) {
            LOG.warnf("What is old is still there: %s", e.getClass().getSimpleName());
        }
    }
}
