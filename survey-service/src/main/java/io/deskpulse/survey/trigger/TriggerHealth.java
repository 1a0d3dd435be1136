package io.deskpulse.survey.trigger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/** Whether closed episodes make offers. */
@ApplicationScoped
class TriggerHealth {
    private final JourneySource journeys;
    private final PlannedOffers planned;

    TriggerHealth(JourneySource journeys, PlannedOffers planned) {
        this.journeys = journeys;
        this.planned = planned;
    }

    /** Always up: while journeys wait, people can ask and answer all the same. */
    @Produces
    @Readiness
    HealthCheck ready() {
        return () -> HealthCheckResponse.named("triggers")
                .up()
                .withData("journeys", state(journeys.trouble(), "journeys are read"))
                .withData("plans", state(planned.trouble(), "plans are carried out"))
                .build();
    }

    /** Down when a thread has died: only a new start helps then. */
    @Produces
    @Liveness
    HealthCheck alive() {
        return () -> HealthCheckResponse.named("trigger threads")
                .status(journeys.alive() && planned.alive())
                .build();
    }

    private static String state(Optional<String> trouble, String fine) {
        return trouble.map(reason -> "waiting: " + reason).orElse(fine);
    }
}
