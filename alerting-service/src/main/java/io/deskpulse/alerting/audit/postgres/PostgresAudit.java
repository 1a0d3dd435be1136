package io.deskpulse.alerting.audit.postgres;

import io.deskpulse.alerting.audit.Audit;
import io.deskpulse.kit.postgres.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** The audit in Postgres. */
@ApplicationScoped
class PostgresAudit implements Audit {
    private static final String NOTE = "insert into audit (tenant, at, actor, kind, thing, action, before, after)"
            + " values (?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)";

    private final Database database;
    private final Clock clock;

    PostgresAudit(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void note(String tenant, String actor, String kind, String id, String action, String before, String after) {
        database.change(NOTE, tenant, clock.instant(), actor, kind, id, action, before, after);
    }
}
