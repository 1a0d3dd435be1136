package io.deskpulse.alerting.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/** Whether rules are evaluated. */
@ApplicationScoped
class EvaluationHealth {
    private final MeasurementSource source;

    EvaluationHealth(MeasurementSource source) {
        this.source = source;
    }

    /** Always up: while evaluation waits, alerts can be looked at and acknowledged all the same. */
    @Produces
    @Readiness
    HealthCheck ready() {
        return () -> {
            HealthCheckResponseBuilder told =
                    HealthCheckResponse.named("evaluation").up();
            told.withData("partitions", source.evaluated());
            told.withData(
                    "state",
                    source.trouble().map(reason -> "waiting: " + reason).orElse("rules are evaluated"));
            Map<Integer, String> waiting = new TreeMap<>(source.waiting());
            waiting.forEach((partition, reason) -> told.withData("partition " + partition, "waiting: " + reason));
            return told.build();
        };
    }

    /** Down when the thread has died: only a new start helps then. */
    @Produces
    @Liveness
    HealthCheck alive() {
        return () -> HealthCheckResponse.named("evaluation thread")
                .status(source.alive())
                .build();
    }
}
