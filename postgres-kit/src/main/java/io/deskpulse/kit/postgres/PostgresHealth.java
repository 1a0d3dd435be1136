package io.deskpulse.kit.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** Whether Postgres is there: nothing can be asked or answered without it. */
@ApplicationScoped
class PostgresHealth {
    private final Schema schema;

    PostgresHealth(Schema schema) {
        this.schema = schema;
    }

    /** Up once the tables are there. */
    @Produces
    @Startup
    HealthCheck started() {
        return () ->
                response("tables", schema.migrated() ? null : schema.trouble().orElse("being brought up to date"));
    }

    @Produces
    @Readiness
    HealthCheck ready() {
        return () -> response("postgres", schema.trouble().orElse(null));
    }

    private static HealthCheckResponse response(String name, String reason) {
        return reason == null
                ? HealthCheckResponse.up(name)
                : HealthCheckResponse.named(name)
                        .down()
                        .withData("reason", reason)
                        .build();
    }
}
