package io.deskpulse.alerting.audit.postgres;

import io.deskpulse.alerting.audit.Audit;
import io.deskpulse.alerting.audit.AuditEntry;
import io.deskpulse.alerting.audit.AuditTrail;
import io.deskpulse.kit.postgres.Database;
import io.deskpulse.kit.postgres.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/** The audit in Postgres. */
@ApplicationScoped
class PostgresAudit implements Audit, AuditTrail {
    private static final String NOTE = "insert into audit (tenant, at, actor, kind, thing, action, before, after)"
            + " values (?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)";

    private static final String LIST = "select id, at, actor, kind, thing, action, before, after from audit"
            + " where tenant = ? and id < ? and (?::text is null or kind = ?) and (?::text is null or thing = ?)"
            + " order by id desc limit ?";

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

    @Override
    public List<AuditEntry> list(String tenant, String kind, String thing, long before, int most) {
        return database.list(LIST, PostgresAudit::entry, tenant, before, kind, kind, thing, thing, most);
    }

    private static AuditEntry entry(Row row) throws SQLException {
        return new AuditEntry(
                row.number("id"),
                row.instant("at"),
                row.text("actor"),
                row.text("kind"),
                row.text("thing"),
                row.text("action"),
                row.text("before"),
                row.text("after"));
    }
}
