package io.deskpulse.metrics.partition.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** Whether the log is read. */
@ApplicationScoped
class LogHealth {
    private static final long LATE_MILLIS = Duration.ofSeconds(30).toMillis();
    private static final long DEAD_MILLIS = Duration.ofMinutes(5).toMillis();

    private final KafkaLog log;

    LogHealth(KafkaLog log) {
        this.log = log;
    }

    /** Up once the log was asked for the first time. */
    @Produces
    @Startup
    HealthCheck started() {
        return () -> response("log", log.trouble());
    }

    /** Up while the log answers. */
    @Produces
    @Readiness
    HealthCheck ready() {
        return () -> response("log", lateBy(LATE_MILLIS) ? "the log has not been asked for a while" : log.trouble());
    }

    /** Down when the thread that reads hangs: only a new start helps then. */
    @Produces
    @Liveness
    HealthCheck alive() {
        return () -> response("log", lateBy(DEAD_MILLIS) ? "the thread that reads the log hangs" : null);
    }

    private boolean lateBy(long millis) {
        return System.currentTimeMillis() - log.beatMillis() > millis;
    }

    private static HealthCheckResponse response(String name, String reason) {
        HealthCheckResponseBuilder response = HealthCheckResponse.named(name).status(reason == null);
        return reason == null
                ? response.build()
                : response.withData("reason", reason).build();
    }
}
