package io.deskpulse.alerting.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/** Whether people are told. */
@ApplicationScoped
class NotificationHealth {
    private final Dispatcher dispatcher;

    NotificationHealth(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    /** Always up: whatever cannot be sent waits, and rules are evaluated all the same. */
    @Produces
    @Readiness
    HealthCheck ready() {
        return () -> HealthCheckResponse.named("notifications")
                .up()
                .withData(
                        "state",
                        dispatcher
                                .trouble()
                                .map(reason -> "notifications wait: " + reason)
                                .orElse("notifications are sent"))
                .build();
    }

    /** Down when the thread that sends has died: only a new start helps then. */
    @Produces
    @Liveness
    HealthCheck alive() {
        return () -> HealthCheckResponse.named("notification dispatcher")
                .status(dispatcher.alive())
                .build();
    }
}
