package io.deskpulse.alerting.alert.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/** Whether changes of alerts reach their topic. */
@ApplicationScoped
class PublishingHealth {
    private final PublishChanges publish;

    PublishingHealth(PublishChanges publish) {
        this.publish = publish;
    }

    /** Always up: while Kafka is away people are told of alerts all the same, and the topic later. */
    @Produces
    @Readiness
    HealthCheck ready() {
        return () -> HealthCheckResponse.named("alerts topic")
                .up()
                .withData(
                        "state",
                        publish.trouble()
                                .map(reason -> "changes wait: " + reason)
                                .orElse("changes are sent"))
                .build();
    }

    /** Down when the thread that sends has died: only a new start helps then. */
    @Produces
    @Liveness
    HealthCheck alive() {
        return () -> HealthCheckResponse.named("alerts relay")
                .status(publish.alive())
                .build();
    }
}
