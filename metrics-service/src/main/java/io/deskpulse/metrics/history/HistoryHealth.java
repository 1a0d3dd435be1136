package io.deskpulse.metrics.history;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Tells how far behind Postgres is. Never down: counting and answering need no Postgres once a partition is claimed. */
@Readiness
@ApplicationScoped
class HistoryHealth implements HealthCheck {
    private final SaveLog log;
    private final Clock clock = Clock.systemUTC();

    HistoryHealth(SaveLog log) {
        this.log = log;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("history")
                .up()
                .withData("secondsSinceSave", Math.round(log.secondsSinceSave(clock.millis())));
        if (log.trouble() != null) {
            response.withData("trouble", "Partitions cannot be saved to Postgres: " + log.trouble());
        }
        return response.build();
    }
}
