package io.deskpulse.alerting.alert.stream;

import io.deskpulse.alerting.alert.Alerts;
import io.deskpulse.alerting.alert.Change;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Those who listen to changes of alerts, a bounded number of them. Thread-safe. */
@Singleton
public class Listeners {
    private static final int BATCH = 200;

    private final Alerts alerts;
    private final StreamSettings settings;
    private final AtomicInteger listening = new AtomicInteger();

    Listeners(Alerts alerts, StreamSettings settings, MeterRegistry meters) {
        this.alerts = alerts;
        this.settings = settings;
        Gauge.builder("deskpulse.alerting.stream.listeners", listening, AtomicInteger::get)
                .description("Connections that listen to changes of alerts")
                .register(meters);
    }

    /**
     * All changes of a tenant's alerts after a revision, in their order; none is left out, however slow the listener is.
     *
     * @param after empty to begin with what changes from now on
     * @return empty where too many listen already
     */
    public Optional<Multi<List<Change>>> listen(String tenant, Optional<Long> after) {
        if (listening.incrementAndGet() > settings.listeners()) {
            listening.decrementAndGet();
            return Optional.empty();
        }
        Listening one = new Listening(tenant, after);
        return Optional.of(Multi.createFrom()
                .ticks()
                .every(settings.lookEvery())
                .onOverflow()
                .drop()
                .onItem()
                .transformToUni(tick -> onWorker(one))
                .concatenate()
                .onTermination()
                .invoke(listening::decrementAndGet));
    }

    private Uni<List<Change>> onWorker(Listening one) {
        return Uni.createFrom().item(one::next).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    /** How far one listener has come. Looks once at a time. */
    private final class Listening {
        private final String tenant;
        private Optional<Long> last;

        Listening(String tenant, Optional<Long> last) {
            this.tenant = tenant;
            this.last = last;
        }

        List<Change> next() {
            long seen = last.orElseGet(() -> alerts.lastRevision(tenant));
            List<Change> changes = alerts.after(tenant, seen, BATCH);
            last = Optional.of(
                    changes.isEmpty()
                            ? seen
                            : changes.get(changes.size() - 1).alert().revision());
            return changes;
        }
    }
}
