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
import org.jboss.logging.Logger;

/**
 * Whether the tables are as this version needs them, made so when Postgres is first met unless others do that, and whether Postgres answers; looked at once a
 * second on a thread of its own. Thread-safe.
 */
@Startup
@Singleton
public class Schema {
    private static final Logger LOG = Logger.getLogger(Schema.class);
    private static final int PATIENCE_SECONDS = 3;

    private final Tables tables;
    private final AgroalDataSource dataSource;
    private final PostgresSettings settings;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "postgres-probe"));
    private volatile boolean migrated;
    private volatile String trouble = "Postgres has not been met yet";

    Schema(Tables tables, AgroalDataSource dataSource, PostgresSettings settings) {
        this.tables = tables;
        this.dataSource = dataSource;
        this.settings = settings;
    }

    @PostConstruct
    void start() {
        // Otherwise the tables are made by the start itself, and the process ends: two at once would wait for each
        // other's connections.
        if (settings.migrate() != PostgresSettings.Migrate.ONLY) {
            thread.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.SECONDS);
        }
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
            return Faults.of(e);
        }
        return migrated ? null : prepare();
    }

    private String prepare() {
        String missing = tables.prepare();
        migrated = missing == null;
        return missing;
    }
}
