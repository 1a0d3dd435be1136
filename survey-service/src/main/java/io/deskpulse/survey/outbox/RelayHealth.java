package io.deskpulse.survey.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/** Whether events leave. */
@ApplicationScoped
class RelayHealth {
    private final Relay relay;

    RelayHealth(Relay relay) {
        this.relay = relay;
    }

    /** Always up: while Kafka is away answers are taken all the same, and wait. */
    @Produces
    @Readiness
    HealthCheck ready() {
        return () -> HealthCheckResponse.named("outbox")
                .up()
                .withData(
                        "state",
                        relay.trouble().map(reason -> "events wait: " + reason).orElse("events are sent"))
                .build();
    }

    /** Down when the thread that sends has died: only a new start helps then. */
    @Produces
    @Liveness
    HealthCheck alive() {
        return () ->
                HealthCheckResponse.named("outbox relay").status(relay.alive()).build();
    }
}
