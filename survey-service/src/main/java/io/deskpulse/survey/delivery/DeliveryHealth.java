package io.deskpulse.survey.delivery;

import io.deskpulse.survey.offer.Means;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/** Whether invitations leave. */
@ApplicationScoped
class DeliveryHealth {
    private final Carriers carriers;
    private final Courier courier;

    DeliveryHealth(Carriers carriers, Courier courier) {
        this.carriers = carriers;
        this.courier = courier;
    }

    /** Always up: whatever cannot be sent waits, and everything else goes on. */
    @Produces
    @Readiness
    HealthCheck ready() {
        return () -> HealthCheckResponse.named("deliveries")
                .up()
                .withData("email", state(Means.EMAIL))
                .withData("sms", state(Means.SMS))
                .build();
    }

    /** Down when the thread that sends has died: only a new start helps then. */
    @Produces
    @Liveness
    HealthCheck alive() {
        return () ->
                HealthCheckResponse.named("courier").status(courier.alive()).build();
    }

    private String state(Means means) {
        return carriers.hindrance(means).map(reason -> "waits: " + reason).orElse("sends");
    }
}
