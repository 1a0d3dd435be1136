package io.deskpulse.alerting.alert;

import io.deskpulse.kit.postgres.Schema;
import io.deskpulse.kit.postgres.StoreUnavailable;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Deletes what is older than it is kept, batch by batch, on a thread of its own. Several instances may do so at once. */
@Startup
@Singleton
class ForgetOldAlerts {
    private static final Logger LOG = Logger.getLogger(ForgetOldAlerts.class);

    private final Ledger ledger;
    private final HistorySettings settings;
    private final Schema schema;
    private final Clock clock;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "forget-alerts"));

    ForgetOldAlerts(Ledger ledger, HistorySettings settings, Schema schema, Clock clock) {
        this.ledger = ledger;
        this.settings = settings;
        this.schema = schema;
        this.clock = clock;
    }

    @PostConstruct
    void start() {
        long every = settings.every().toMillis();
        thread.scheduleWithFixedDelay(this::forget, every, every, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }

    void forget() {
        if (!schema.migrated()) {
            return;
        }
        Instant before = clock.instant().minus(settings.keep());
        try {
            while (ledger.forget(before, settings.batch()) >= settings.batch()) {
                // There is more.
            }
        } catch (StoreUnavailable e) {
            LOG.debugf("Old alerts are forgotten later: %s", e.getMessage());
        } catch (RuntimeException e) {
            // The next turn comes whatever this one met.
            LOG.warnf("Old alerts are not forgotten: %s", e.getClass().getSimpleName());
        }
    }
}
