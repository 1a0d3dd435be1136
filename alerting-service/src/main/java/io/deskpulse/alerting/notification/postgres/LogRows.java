package io.deskpulse.alerting.notification.postgres;

import io.deskpulse.alerting.notification.Entry;
import io.deskpulse.kit.postgres.Database;
import io.deskpulse.kit.postgres.Row;
import java.sql.SQLException;
import java.util.List;

/** Decisions as rows. Stateless. */
final class LogRows {
    static final String COLUMNS =
            "tenant, id, at, group_key, receiver, outcome, reason, detail, alerts, notification, attempt, level";

    private static final String INSERT = "insert into notification_log (" + COLUMNS
            + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing";

    private LogRows() {}

    static void insert(Database database, List<Entry> entries) {
        database.changeAll(INSERT, entries.stream().map(LogRows::values).toList());
    }

    static Entry entry(Row row) throws SQLException {
        return new Entry(
                row.uuid("id"),
                row.text("tenant"),
                row.instant("at"),
                row.text("group_key"),
                row.text("receiver"),
                Entry.Outcome.valueOf(row.text("outcome")),
                row.text("reason"),
                row.text("detail"),
                row.texts("alerts"),
                row.uuid("notification"),
                row.integer("attempt"),
                row.integer("level"));
    }

    private static Object[] values(Entry entry) {
        return new Object[] {
            entry.tenant(),
            entry.id(),
            entry.at(),
            entry.groupKey(),
            entry.receiver(),
            entry.outcome().name(),
            entry.reason(),
            entry.detail(),
            entry.alerts().toArray(String[]::new),
            entry.notification(),
            entry.attempt(),
            entry.level()
        };
    }
}
