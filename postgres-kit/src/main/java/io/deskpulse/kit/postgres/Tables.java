package io.deskpulse.kit.postgres;

import io.deskpulse.kit.postgres.PostgresSettings.Migrate;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;

/** The tables, and how far they are from what this version needs. Calls block; for one thread at a time. */
@Singleton
class Tables {
    private final Flyway flyway;
    private final Migrate migrate;

    Tables(Flyway flyway, PostgresSettings settings) {
        this.flyway = flyway;
        this.migrate = settings.migrate();
    }

    /** Changes them where that is for this service to do; says what is in the way of their use, or null. */
    String prepare() {
        try {
            if (migrate == Migrate.NEVER) {
                return missing(flyway.info());
            }
            flyway.migrate();
            return null;
        } catch (RuntimeException e) {
            return fault(e);
        }
    }

    /** Tables of a later version are none of our business: whoever made them cares for those who have not been replaced yet. */
    private static String missing(MigrationInfoService found) {
        MigrationInfo[] pending = found.pending();
        if (pending.length == 0) {
            return null;
        }
        MigrationInfo current = found.current();
        return "the tables are %s, and this service needs version %s: run its migration (deskpulse.postgres.migrate=only)"
                .formatted(
                        current == null ? "not there" : "at version " + current.getVersion(),
                        pending[pending.length - 1].getVersion());
    }

    private String fault(RuntimeException fault) {
        String what = migrate == Migrate.NEVER
                ? "it cannot be told how the tables are: "
                : "the tables cannot be brought up to date: ";
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException e) {
                return what + Faults.of(e);
            }
        }
        return what + fault.getClass().getSimpleName();
    }
}
