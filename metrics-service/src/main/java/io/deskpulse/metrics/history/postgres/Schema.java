package io.deskpulse.metrics.history.postgres;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import org.flywaydb.core.Flyway;

/**
 * The tables. They are brought up to date before the first use rather than at the start, because the service starts and
 * counts without Postgres too. Thread-safe.
 */
@ApplicationScoped
class Schema {
    private final Flyway flyway;
    private volatile boolean ready;

    Schema(Flyway flyway) {
        this.flyway = flyway;
    }

    /** Ends when the tables are as this version needs them; fails while Postgres is away, and then may be tried again. */
    Uni<Void> ready() {
        return Uni.createFrom()
                .deferred(() -> ready
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom()
                                .voidItem()
                                .emitOn(Infrastructure.getDefaultWorkerPool())
                                .invoke(this::migrate));
    }

    private synchronized void migrate() {
        if (!ready) {
            flyway.migrate();
            ready = true;
        }
    }
}
