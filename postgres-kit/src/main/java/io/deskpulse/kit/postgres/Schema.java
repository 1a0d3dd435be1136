package io.deskpulse.kit.postgres;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/**
 * The tables, brought up to date when Postgres is first met, and whether Postgres answers; looked at once a second on a
 * thread of its own. Thread-safe.
 */
@Startup
@Singleton
public class Schema {
    private static final Logger LOG = Logger.getLogger(Schema.class);
    private static final int PATIENCE_SECONDS = 3;

    private final Flyway flyway;
    private final AgroalDataSource dataSource;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "postgres-probe"));
    private volatile boolean migrated;
    private volatile String trouble = "Postgres has not been met yet";

    Schema(Flyway flyway, AgroalDataSource dataSource) {
        this.flyway = flyway;
        this.dataSource = dataSource;
    }

    @PostConstruct
    void start() {
        thread.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }

    /** Whether the tables are as this version needs them. */
    public boolean migrated() {
        return migrated;
    }

    /** What is wrong with Postgres, or empty. */
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    private void look() {
        String found = fault();
        if (found != null && !found.equals(trouble)) {
            LOG.warn(found);
        }
        trouble = found;
    }

    private String fault() {
        try (Connection connection = dataSource.getConnection()) {
            if (!connection.isValid(PATIENCE_SECONDS)) {
                return "Postgres does not answer";
            }
        } catch (SQLException e) {
            return "Postgres cannot be reached (SQL state " + e.getSQLState() + ")";
        }
        return migrated ? null : migrate();
    }

    private String migrate() {
        try {
            flyway.migrate();
            migrated = true;
            return null;
        } catch (RuntimeException e) {
            return "the tables cannot be brought up to date: " + e.getClass().getSimpleName();
        }
    }
}
