package io.deskpulse.ingest.publishing.kafka;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while Kafka cannot be written to: every request would be answered with 503. */
@Readiness
@Singleton
class KafkaReadiness implements HealthCheck {
    private final KafkaState state;

    KafkaReadiness(KafkaState state) {
        this.state = state;
    }

    @Override
    public HealthCheckResponse call() {
        return state.trouble()
                .map(reason -> HealthCheckResponse.named("kafka")
                        .down()
                        .withData("reason", reason)
                        .build())
                .orElseGet(() -> HealthCheckResponse.up("kafka"));
    }
}
