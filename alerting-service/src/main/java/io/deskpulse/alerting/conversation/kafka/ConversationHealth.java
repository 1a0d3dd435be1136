package io.deskpulse.alerting.conversation.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/** Whether conversations are watched. */
@ApplicationScoped
class ConversationHealth {
    private final ConversationLog log;

    ConversationHealth(ConversationLog log) {
        this.log = log;
    }

    /** Always up: while conversations wait, alerts of metrics can be asked for and sent all the same. */
    @Produces
    @Readiness
    HealthCheck ready() {
        return () -> HealthCheckResponse.named("conversations")
                .up()
                .withData(
                        "state",
                        log.trouble().map(reason -> "waiting: " + reason).orElse("conversations are watched"))
                .build();
    }

    /** Down when the thread that reads has died: only a new start helps then. */
    @Produces
    @Liveness
    HealthCheck alive() {
        return () -> HealthCheckResponse.named("conversations thread")
                .status(log.alive())
                .build();
    }
}
