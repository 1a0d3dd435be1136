package io.deskpulse.alerting.alert.publishing;

import io.deskpulse.alerting.alert.ChangesCommitted;
import io.deskpulse.kit.outbox.Relay;
import io.deskpulse.kit.outbox.RelayMeters;
import io.deskpulse.kit.outbox.RelayPace;
import io.deskpulse.kit.postgres.Schema;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Carries changes of alerts from the outbox to the topic. Thread-safe. */
@Startup
@Singleton
class PublishChanges implements ChangesCommitted {
    private final PublishingSettings settings;
    private final RelayMeters meters;
    private final Relay relay;

    PublishChanges(Relay.Waiting outbox, Schema schema, PublishingSettings settings, MeterRegistry registry) {
        this.settings = settings;
        this.meters = new RelayMeters(registry, "deskpulse.alerting.outbox");
        RelayPace pace = new RelayPace(settings.lookEvery(), settings.pause(), settings.batch());
        this.relay = new Relay("alerts", outbox, schema::migrated, pace, meters);
    }

    @PostConstruct
    void start() {
        if (settings.enabled()) {
            relay.start();
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        relay.stop();
    }

    @Override
    public void committed(int changes) {
        meters.written(changes);
        relay.ring();
    }

    Optional<String> trouble() {
        return relay.trouble();
    }

    boolean alive() {
        return !settings.enabled() || relay.alive();
    }
}
