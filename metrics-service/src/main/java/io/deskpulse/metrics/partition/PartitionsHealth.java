package io.deskpulse.metrics.partition;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready when every partition assigned to this instance is being counted. */
@Readiness
@ApplicationScoped
class PartitionsHealth implements HealthCheck {
    private final Owners owners;

    PartitionsHealth(Owners owners) {
        this.owners = owners;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("partitions");
        int counting = 0;
        boolean up = true;
        for (PartitionOwner owner : owners.all()) {
            Standing standing = owner.standing();
            if (standing instanceof Standing.Counting) {
                counting++;
            } else if (standing instanceof Standing.Waiting waiting) {
                up = false;
                response.withData("partition " + owner.keys().partition(), waiting.reason());
            } else {
                up = false;
                response.withData("partition " + owner.keys().partition(), "is being claimed");
            }
        }
        return response.withData("counting", counting).status(up).build();
    }
}
